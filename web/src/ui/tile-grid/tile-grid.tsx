import { type KeyboardEvent, type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/preferences.js';
import { counties, prefectureOf, prefectures, regionName } from '../../lib/regions.js';
import { useSize } from '../../lib/use-size.js';
import { isArrow, neighbour } from './move.js';
import { outlinePath } from './outline.js';
import { shadeOf } from './ramp.js';
import { Tile, type TileValue } from './tile.js';
import styles from './tile-grid.module.css';

export interface TileGridProps {
  values: TileValue[];
  /** Balance of each prefecture, with its sign, by 4-digit code. */
  prefectureTexts: Record<string, string>;
  unit: string;
  /** Names the grid for who does not see it; surplus and shortage unless said. */
  label?: string;
  /** A prefecture's figure is a net balance, unless it is told as it is. */
  plain?: boolean;
  selected: string | null;
  onSelect: (code: string) => void;
  /** Enter on a tile. */
  onOpen?: (code: string) => void;
}

/** Rows in the free first column where a prefecture's name finds room. */
const labelRows: Record<string, number> = { '6402': 0, '6401': 2, '6403': 4, '6405': 6, '6404': 7 };
const rows = 9;
const columns = 4;
const radius = 6;

function Outlines({ width, height }: { width: number; height: number }): ReactElement {
  const pitch = { x: width / columns, y: height / rows };
  return (
    <svg className={styles['outlines']} width={width} height={height} aria-hidden="true" focusable="false">
      {prefectures.map((prefecture) => (
        <path
          key={prefecture.code}
          d={outlinePath(
            counties.filter((county) => prefectureOf(county.code) === prefecture.code),
            pitch,
            radius,
          )}
        />
      ))}
    </svg>
  );
}

/** Twenty-two counties as tiles in their relative position, each prefecture enclosed by one line. */
export function TileGrid(props: TileGridProps): ReactElement {
  const { values, prefectureTexts, unit, label, plain, selected, onSelect, onOpen } = props;
  const { t } = useTranslation('ui');
  const { language } = usePreferences();
  const [ref, size] = useSize<HTMLDivElement>();
  const byCode = useMemo(() => new Map(values.map((value) => [value.code, value])), [values]);
  const greatest = useMemo(() => {
    const nets = values.map((value) => value.net ?? 0n);
    return {
      surplus: nets.reduce((most, net) => (net > most ? net : most), 0n),
      shortage: nets.reduce((most, net) => (-net > most ? -net : most), 0n),
    };
  }, [values]);
  const entry = selected ?? counties[0]?.code;

  const steer = (event: KeyboardEvent<HTMLDivElement>): void => {
    const code = (event.target as HTMLElement).dataset['code'];
    if (!code || !isArrow(event.key)) return;
    event.preventDefault();
    const next = neighbour(code, event.key);
    if (next === null) return;
    event.currentTarget.querySelector<HTMLElement>(`[data-code="${next}"]`)?.focus();
    onSelect(next);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form.
    <div
      ref={ref}
      className={styles['grid']}
      role="group"
      aria-label={label ?? t('tiles.gridLabel')}
      onKeyDown={steer}
    >
      {size ? <Outlines width={size.width} height={size.height} /> : null}
      {prefectures.map((prefecture) => (
        <div
          key={prefecture.code}
          className={styles['prefecture']}
          style={{ gridColumn: 1, gridRow: (labelRows[prefecture.code] ?? 0) + 1 }}
        >
          <strong>{regionName(prefecture.code, language)}</strong>
          <span>
            {t(plain ? 'tiles.plain' : 'tiles.net', { value: prefectureTexts[prefecture.code] ?? '—', unit })}
          </span>
        </div>
      ))}
      {counties.map((county) => {
        const value = byCode.get(county.code) ?? { code: county.code, net: null, text: '—' };
        return (
          <Tile
            key={county.code}
            county={county}
            name={regionName(county.code, language)}
            value={value}
            unit={unit}
            shade={shadeOf(value.net, greatest)}
            selected={county.code === selected}
            entry={county.code === entry}
            onSelect={onSelect}
            {...(onOpen ? { onOpen } : {})}
          />
        );
      })}
    </div>
  );
}
