import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/preferences.js';
import { counties, prefectureOf, regionName } from '../../lib/regions.js';
import { Button } from '../button.js';
import { MapGrid } from './map-grid.js';
import type { MapBorder } from './map-shapes.js';
import { TileGrid, type TileGridProps } from './tile-grid.js';
import styles from './tile-grid.module.css';

const surplusLevels = [1, 2, 3, 4, 5, 6] as const;
const shortageLevels = [3, 2, 1] as const;

interface TileAtlasProps extends TileGridProps {
  /** Text of the greatest surplus, for the end of the legend. */
  greatestText: string;
  /** What the colours tell: surplus against shortage, or how much of something. */
  tells?: { measure: string };
  /** An approved map, drawn instead of the tiles; its approval number stands under it. */
  map?: { approvalNo: string; source: string; counties: readonly MapBorder[] } | null;
}

interface TableProps extends Pick<TileGridProps, 'values' | 'unit'> {
  measure: string | undefined;
}

function Table({ values, unit, measure }: TableProps): ReactElement {
  const { t } = useTranslation('ui');
  const { language } = usePreferences();
  const texts = new Map(values.map((value) => [value.code, value.text]));
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('tiles.columnRegion')}</th>
          <th scope="col">{t('tiles.columnCity')}</th>
          <th scope="col" className={styles['number']}>
            {measure === undefined
              ? t('tiles.columnNet', { unit })
              : t('tiles.columnMeasure', { measure, unit })}
          </th>
        </tr>
      </thead>
      <tbody>
        {counties.map((county) => (
          <tr key={county.code}>
            <th scope="row">{regionName(county.code, language)}</th>
            <td>{regionName(prefectureOf(county.code), language)}</td>
            <td className={styles['number']}>{texts.get(county.code) ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ramp({ tone, levels }: { tone: 'surplus' | 'shortage'; levels: readonly number[] }): ReactElement {
  return (
    <span className={styles['ramp']} aria-hidden="true">
      {levels.map((level) => (
        <span key={level} style={{ background: `var(--${tone}-${level})` }} />
      ))}
    </span>
  );
}

/** The tile grid with its legend, its caption and its twin as a table. */
export function TileAtlas({ greatestText, tells, map = null, ...grid }: TileAtlasProps): ReactElement {
  const { t } = useTranslation('ui');
  const [asTable, setAsTable] = useState(false);
  return (
    <div>
      {asTable ? (
        <Table values={grid.values} unit={grid.unit} measure={tells?.measure} />
      ) : map ? (
        <MapGrid {...grid} borders={map.counties} />
      ) : (
        <TileGrid {...grid} />
      )}
      <div className={styles['legend']}>
        {tells ? null : (
          <>
            <span>{t('tiles.legendShortage')}</span>
            <Ramp tone="shortage" levels={shortageLevels} />
          </>
        )}
        <span>0</span>
        <Ramp tone="surplus" levels={surplusLevels} />
        <span>
          {tells
            ? t('tiles.legendMeasure', { measure: tells.measure, value: greatestText, unit: grid.unit })
            : t('tiles.legendSurplus', { value: greatestText, unit: grid.unit })}
        </span>
        <Button look="link" size="dense" className={styles['switch']} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'tiles.asTiles' : 'tiles.asTable')}
        </Button>
      </div>
      <p className={styles['caption']}>
        {map ? t('tiles.approved', { no: map.approvalNo, source: map.source }) : t('tiles.caption')}
      </p>
    </div>
  );
}
