import { type Component, components } from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { TileGrid } from '../../../ui/tile-grid/tile-grid.js';
import type { Overview } from '../api/oversight.js';
import { countyTiles } from '../model/tiles.js';
import styles from './oversight.module.css';

interface TileCardProps {
  overview: Overview;
  selected: string | null;
  onSelect: (code: string) => void;
}

/** Each county's margin, with the alerts that stand open there. */
export function TileCard({ overview, selected, onSelect }: TileCardProps): ReactElement {
  const { t } = useTranslation('oversight');
  const { t: ui } = useTranslation('ui');
  const { areaUnit } = usePreferences();
  const [component, setComponent] = useState<Component>('area');
  const { tiles, prefectures } = countyTiles(overview.counties, component, areaUnit);
  const unit = ui(component === 'capacity' ? 'unit.kg' : `unit.${areaUnit}`);
  return (
    <Card
      title={t('tiles.title')}
      aside={t('tiles.unit', { component: ui(`component.${component}`), unit })}
      className={styles['tiles']}
    >
      <div className={styles['tileControls']}>
        <Segmented
          label={t('tiles.measure')}
          value={component}
          options={components.map((value) => ({ value, text: ui(`component.${value}`) }))}
          onChange={setComponent}
        />
      </div>
      <TileGrid
        values={tiles}
        prefectureTexts={prefectures}
        unit={unit}
        selected={selected}
        onSelect={onSelect}
      />
      <p className={styles['caption']}>
        {ui('tiles.caption')} {t('tiles.hint')}
      </p>
    </Card>
  );
}
