import type { QuotaKind } from '@muheng/contracts/common/component';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { overviewQuery } from '../../../../features/oversight/api/oversight.js';
import { CockpitSkeleton } from '../../../../features/oversight/components/cockpit-skeleton.js';
import { Cockpit } from '../../../../features/oversight/components/cockpit.js';
import { fullStamp } from '../../../../lib/format/time.js';
import { usePreferences } from '../../../../lib/preferences.js';
import { counties, prefectures, regionName } from '../../../../lib/regions.js';
import { may } from '../../../../lib/may.js';
import { Segmented } from '../../../../ui/segmented.js';
import { Loaded } from '../../../../ui/states/loaded.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { placesOf } from '../../places.js';

function RegionPick({
  scope,
  value,
  onChange,
}: {
  scope: string;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  const { t } = useTranslation('oversight');
  const { language } = usePreferences();
  const within = (code: string): boolean => code.startsWith(scope.replace(/0+$/, ''));
  return (
    <select
      className={styles['pick']}
      aria-label={t('bar.region')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('bar.whole')}</option>
      {prefectures
        .filter((city) => within(city.code) || scope.startsWith(city.code))
        .map((city) => (
          <optgroup key={city.code} label={regionName(city.code, language)}>
            {scope.length <= 2 ? <option value={city.code}>{regionName(city.code, language)}</option> : null}
            {counties
              .filter((county) => county.code.startsWith(city.code))
              .map((county) => (
                <option key={county.code} value={county.code}>
                  {regionName(county.code, language)}
                </option>
              ))}
          </optgroup>
        ))}
    </select>
  );
}

/** 监管驾驶舱. A press on a tile narrows everything to that county; a second press opens the scope again. */
export function CockpitPage(): ReactElement {
  const { t } = useTranslation('console');
  const { t: oversight } = useTranslation('oversight');
  const session = useDeskSession();
  const [quota, setQuota] = useState<QuotaKind>('SFQ');
  const [region, setRegion] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const places = placesOf(session);
  const query = useQuery({
    ...overviewQuery(quota, region === '' ? undefined : region),
    enabled: places.some((place) => place.key === 'cockpit'),
  });
  const reconciles = places.some((place) => place.key === 'reconciliation');
  const choose = (code: string): void => {
    setRegion(code);
    setSelected(code.length === 6 ? code : null);
  };
  return (
    <DeskPage
      place="cockpit"
      title={t('title.cockpit')}
      chip={
        <>
          <Segmented
            label={oversight('bar.quota')}
            value={quota}
            options={(['SFQ', 'LSQ'] as const).map((value) => ({ value, text: oversight(`quota.${value}`) }))}
            onChange={setQuota}
          />
          <RegionPick scope={session.scope} value={region} onChange={choose} />
          {query.data ? (
            <span className={styles['at']}>
              {oversight('bar.at', { scope: query.data.scope, at: fullStamp(query.data.at).slice(0, 16) })}
            </span>
          ) : null}
        </>
      }
    >
      <Loaded query={query} skeleton={<CockpitSkeleton />}>
        {(overview) => (
          <Cockpit
            overview={overview}
            selected={selected}
            onSelect={(code) => setSelected(code)}
            mayDecide={may(session, 'post /alerts/{id}/decisions')}
            {...(reconciles ? { reconciliationHref: '/reg/reconciliation' } : {})}
          />
        )}
      </Loaded>
    </DeskPage>
  );
}
