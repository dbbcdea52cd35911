import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { prefectures } from '../../../lib/regions.js';
import { SelectField } from '../../../ui/form/inputs.js';
import type { DemandFilter } from '../api/plans.js';
import { categories } from '../model/categories.js';
import styles from './planner.module.css';

/** Years ahead that can be asked for. */
const yearsAhead = 3;

/** What of the book is shown: indicator, year, kind of project, city. */
export function DemandFilters(props: {
  filter: DemandFilter;
  onChange: (filter: DemandFilter) => void;
}): ReactElement {
  const { filter, onChange } = props;
  const { t } = useTranslation('planner');
  const { language } = usePreferences();
  const all = { value: '', text: t('demand.all') };
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: yearsAhead + 2 }, (_, at) => String(thisYear - 1 + at));
  return (
    <div className={styles['publish']}>
      <SelectField
        label={t('demand.quota')}
        value={filter.quota}
        options={(['SFQ', 'LSQ'] as const).map((value) => ({ value, text: t(`demand.indicator.${value}`) }))}
        onChange={(quota) => onChange({ ...filter, quota })}
      />
      <SelectField
        label={t('demand.filterYear')}
        value={filter.year}
        options={[all, ...years.map((value) => ({ value, text: value }))]}
        onChange={(year) => onChange({ ...filter, year })}
      />
      <SelectField
        label={t('demand.filterKind')}
        value={filter.category}
        options={[all, ...categories.map((value) => ({ value, text: t(`demand.category.${value}`) }))]}
        onChange={(category) => onChange({ ...filter, category })}
      />
      <SelectField
        label={t('demand.filterCity')}
        value={filter.city}
        options={[
          all,
          ...prefectures.map(({ code, zh, en }) => ({
            value: `${code}00`,
            text: language === 'en' ? en : zh,
          })),
        ]}
        onChange={(city) => onChange({ ...filter, city })}
      />
    </div>
  );
}
