import i18next from 'i18next';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { currentListingsCall } from '../../features/market/api/current-listings.js';
import { marketSummaryCall } from '../../features/market/api/market-summary.js';
import { MarketHomeSkeleton } from '../../features/market/components/market-home-skeleton.js';
import { en as marketEn } from '../../features/market/locales/en.js';
import { zhCn as marketZhCn } from '../../features/market/locales/zh-cn.js';
import { apiUrl } from '../../lib/api.js';
import { type Language, languages } from '../../lib/look.js';
import { en as uiEn } from '../../ui/locales/en.js';
import { zhCn as uiZhCn } from '../../ui/locales/zh-cn.js';
import { PublicShell, SignInLink } from '../../ui/shell/public-shell.js';
import { publicPlaces } from '../places.js';

const words = {
  'zh-CN': { ui: uiZhCn, market: marketZhCn },
  en: { ui: uiEn, market: marketEn },
} as const;

/** What the front page asks the api for: on its way as soon as the page is read. */
export const firstCalls: readonly string[] = [marketSummaryCall, currentListingsCall].map((call) =>
  apiUrl(call),
);

/** The front page as it stands until its code and figures are there. Its links lead on; what needs code waits for it. */
function Waiting({ language }: { language: Language }): ReactElement {
  return (
    <fieldset className="first-view" lang={language} disabled>
      <PublicShell
        current="atlas"
        places={publicPlaces}
        onSearch={() => undefined}
        account={<SignInLink href="/login" />}
      >
        <MarketHomeSkeleton component="area" onComponent={() => undefined} />
      </PublicShell>
    </fieldset>
  );
}

/** The first view as HTML, in each language: which of them is seen, `lang` of the page decides. */
export async function drawFirstView(): Promise<string> {
  const drawn = await Promise.all(
    languages.map(async (language) => {
      const i18n = i18next.createInstance();
      await i18n.use(initReactI18next).init({
        lng: language,
        defaultNS: 'ui',
        resources: { [language]: words[language] },
        interpolation: { escapeValue: false },
        react: { useSuspense: false },
      });
      const markup = renderToStaticMarkup(
        <I18nextProvider i18n={i18n}>
          <Waiting language={language} />
        </I18nextProvider>,
      );
      // An address within a page is there once.
      return language === 'zh-CN' ? markup : markup.replaceAll(/ (id|for|aria-labelledby)="[^"]*"/g, '');
    }),
  );
  return drawn.join('');
}
