import { parseHa, type SquareMetres } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaBrief } from '../../../lib/format/area.js';
import { wanBrief, wanPerMuText } from '../../../lib/format/money.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { useFormat } from '../../../lib/use-format.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Figure } from '../../../ui/figure.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { type Partner, partnersOf, nothing, sumBy, windowOf, within } from '../model/sums.js';
import styles from './atlas.module.css';
import type { AtlasViewProps } from '../model/atlas-view-props.js';

const partnersShown = 5;

/** Trades of the window, what is on offer now, and with whom: of the chosen county, or of all. */
export function OverviewPanel({ atlas, search, onSearch }: AtlasViewProps): ReactElement {
  const { t } = useTranslation('atlas');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { areaUnit } = useFormat();
  const { county } = search;
  const flows = within(atlas.flows, windowOf(atlas.months, search.span, search.until));
  const own = county === undefined ? flows : flows.filter((flow) => flow.seller === county);
  const sum = sumBy(own, () => 'all').get('all') ?? nothing;
  const offers = atlas.counties.filter(({ code }) => county === undefined || code === county);
  const offered = offers.reduce(
    (area, { onOffer }) => area + parseHa(onOffer.quantities.areaHa),
    0n,
  ) as SquareMetres;
  const listings = offers.reduce((count, { onOffer }) => count + onOffer.listings, 0);
  const mean = wanPerMuText(sum.price, sum.area);
  const figures = [
    { key: 'trades', value: String(sum.trades), unit: undefined },
    { key: 'area', value: areaBrief(sum.area, areaUnit), unit: ui(`unit.${areaUnit}`) },
    { key: 'turnover', value: wanBrief(sum.price), unit: ui('unit.wan') },
    { key: 'meanPrice', value: mean ?? '—', unit: mean === null ? undefined : ui('unit.wanPerMu') },
    { key: 'onOffer', value: areaBrief(offered, areaUnit), unit: ui(`unit.${areaUnit}`) },
  ] as const;
  return (
    <Card
      title={county === undefined ? t('region') : regionName(county, language)}
      aside={
        county === undefined ? null : (
          <Button look="link" size="dense" onClick={() => onSearch({ county: undefined })}>
            {t('back')}
          </Button>
        )
      }
    >
      <dl className={styles['figures']}>
        {figures.map(({ key, value, unit }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              <Figure value={value} unit={unit} size="s" />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['caption']}>
        {t('listings', { count: listings })}{' '}
        {county === undefined ? null : <a href={`/listings?county=${county}`}>{t('openListings')}</a>}
      </p>
      {county === undefined ? null : <Partners partners={partnersOf(flows, county)} />}
    </Card>
  );
}

function Partners({ partners }: { partners: readonly Partner[] }): ReactElement {
  const { t } = useTranslation('atlas');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { areaUnit } = useFormat();
  if (partners.length === 0) return <EmptyState title={t('noTrades')} hint={t('noTradesHint')} />;
  return (
    <>
      <h3 className={styles['sub']}>{t('partners')}</h3>
      <ol className={styles['partners']}>
        {partners.slice(0, partnersShown).map((partner) => (
          <li key={`${partner.direction}/${partner.code}`}>
            <span className={styles['caption']}>
              {t(partner.direction === 'sold-to' ? 'soldTo' : 'boughtFrom')}
            </span>
            <span>{partner.code === '640000' ? t('wholeRegion') : regionName(partner.code, language)}</span>
            <span className={styles['number']}>
              {areaBrief(partner.area, areaUnit)} {ui(`unit.${areaUnit}`)}
            </span>
            <span className={styles['number']}>
              {wanBrief(partner.price)} {ui('unit.wan')}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
