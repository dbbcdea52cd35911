import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import type { County } from '../../lib/regions.js';
import type { Shade } from './ramp.js';
import styles from './tile-grid.module.css';

/** The balance of one county: `net` orders and colours, `text` is what is read. */
export interface TileValue {
  code: string;
  net: bigint | null;
  text: string;
  alerts?: number;
}

interface TileProps {
  county: County;
  name: string;
  value: TileValue;
  unit: string;
  shade: Shade;
  selected: boolean;
  /** The one tile that Tab reaches; arrows do the rest. */
  entry: boolean;
  onSelect: (code: string) => void;
  onOpen?: (code: string) => void;
}

const shadeClass = (shade: Shade): string | undefined =>
  styles[shade.kind === 'surplus' || shade.kind === 'shortage' ? `${shade.kind}${shade.level}` : shade.kind];

/** One county: name, figure, and for a shortage its sign, its word and a hatched foot. */
export function Tile(props: TileProps): ReactElement {
  const { county, name, value, unit, shade, selected, entry, onSelect, onOpen } = props;
  const { t } = useTranslation('ui');
  return (
    <button
      type="button"
      data-code={county.code}
      className={cx(styles['tile'], shadeClass(shade), selected && styles['selected'])}
      style={{ gridColumn: county.column + 1, gridRow: county.row + 1 }}
      tabIndex={entry ? 0 : -1}
      aria-pressed={selected}
      onClick={() => (selected && onOpen ? onOpen(county.code) : onSelect(county.code))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onOpen) {
          event.preventDefault();
          onOpen(county.code);
        }
      }}
    >
      <span className={styles['name']}>{name}</span>
      {shade.kind === 'balanced' || shade.kind === 'none' ? (
        <span className={styles['cancelled']}>
          <b>—</b> {shade.kind === 'balanced' ? t('tiles.balanced') : t('tiles.noData')}
        </span>
      ) : (
        <span className={styles['value']}>
          <span>
            {shade.kind === 'surplus' ? (
              <span className="visually-hidden">{t('tiles.surplusWord')} </span>
            ) : null}
            <b>{value.text}</b>
            <span className="visually-hidden"> {unit}</span>
          </span>
          {shade.kind === 'shortage' ? <span className={styles['short']}>{t('tiles.shortage')}</span> : null}
        </span>
      )}
      {value.alerts ? (
        <span className={styles['alerts']}>
          <span aria-hidden="true">{value.alerts}</span>
          <span className="visually-hidden">{t('tiles.alerts', { count: value.alerts })}</span>
        </span>
      ) : null}
    </button>
  );
}
