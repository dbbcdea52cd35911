import { type KeyboardEvent, type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { usePreferences } from '../../lib/preferences.js';
import { counties, regionName } from '../../lib/regions.js';
import styles from './map-grid.module.css';
import { type DrawnCounty, drawMap, type MapBorder } from './map-shapes.js';
import { isArrow, neighbour } from './move.js';
import { type Shade, shadeOf } from './ramp.js';
import type { TileGridProps } from './tile-grid.js';

interface MapGridProps extends TileGridProps {
  borders: readonly MapBorder[];
}

const fillOf = (shade: Shade): string =>
  shade.kind === 'surplus' || shade.kind === 'shortage'
    ? `var(--${shade.kind}-${shade.level})`
    : 'var(--surface)';

/** The counties in their approved borders, shaded and steered as the tiles are. */
export function MapGrid(props: MapGridProps): ReactElement {
  const { values, unit, label, selected, onSelect, onOpen, borders } = props;
  const { t } = useTranslation('ui');
  const { language } = usePreferences();
  const drawn = useMemo(() => drawMap(borders), [borders]);
  const byCode = new Map(values.map((value) => [value.code, value]));
  const nets = values.map((value) => value.net ?? 0n);
  const greatest = {
    surplus: nets.reduce((most, net) => (net > most ? net : most), 0n),
    shortage: nets.reduce((most, net) => (-net > most ? -net : most), 0n),
  };
  const entry = selected ?? counties[0]?.code;
  const steer = (event: KeyboardEvent<SVGSVGElement>): void => {
    const code = (event.target as SVGElement).dataset['code'];
    if (!code) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return event.key === 'Enter' && onOpen ? onOpen(code) : onSelect(code);
    }
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next = neighbour(code, event.key);
    if (next === null) return;
    event.currentTarget.querySelector<SVGElement>(`[data-code="${next}"]`)?.focus();
    onSelect(next);
  };
  const shape = ({ code, path }: DrawnCounty): ReactElement => {
    const value = byCode.get(code);
    const name = regionName(code, language);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a border has no element of its own in HTML.
      <path
        key={code}
        role="button"
        data-code={code}
        tabIndex={code === entry ? 0 : -1}
        aria-pressed={code === selected}
        aria-label={`${name} ${value?.text ?? '—'} ${unit}`}
        className={cx(styles['county'], code === selected && styles['selected'])}
        style={{ fill: fillOf(shadeOf(value?.net ?? null, greatest)) }}
        fillRule="evenodd"
        d={path}
        onClick={() => (code === selected && onOpen ? onOpen(code) : onSelect(code))}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form.
    <svg
      className={styles['map']}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      role="group"
      aria-label={label ?? t('tiles.gridLabel')}
      onKeyDown={steer}
    >
      {/* The chosen one is drawn last, so that its line lies over its neighbours'. */}
      {[...drawn.counties].sort((one) => (one.code === selected ? 1 : -1)).map(shape)}
      <g aria-hidden="true" className={styles['names']}>
        {drawn.counties.map(({ code, at: [x, y] }) => (
          <text key={code} x={x} y={y}>
            <tspan x={x}>{regionName(code, language)}</tspan>
            <tspan x={x} dy="1.2em" className={styles['value']}>
              {byCode.get(code)?.text ?? '—'}
            </tspan>
          </text>
        ))}
      </g>
    </svg>
  );
}
