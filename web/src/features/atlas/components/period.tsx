import { type ReactElement, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../../lib/use-media.js';
import { Button } from '../../../ui/button.js';
import { Segmented } from '../../../ui/segmented.js';
import { spans } from '../model/atlas-search.js';
import styles from './atlas.module.css';
import type { AtlasViewProps } from '../model/atlas-view-props.js';

const stepMs = 700;

type PeriodProps = Pick<AtlasViewProps, 'search' | 'onSearch'> & { months: readonly string[] };

/** How many months are summed up, and which is the last: by hand, by arrow keys, or played from the first to now. */
export function Period({ months, search, onSearch }: PeriodProps): ReactElement {
  const { t } = useTranslation('atlas');
  const id = useId();
  const [playing, setPlaying] = useState(false);
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const last = months.length - 1;
  const found = search.until === undefined ? -1 : months.indexOf(search.until);
  const at = found === -1 ? last : found;
  const moveTo = (place: number): void => onSearch({ until: place === last ? undefined : months[place] });

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (at === last) setPlaying(false);
      else onSearch({ until: at + 1 === last ? undefined : months[at + 1] });
    }, stepMs);
    return () => clearTimeout(timer);
  }, [playing, at, last, months, onSearch]);

  return (
    <div className={styles['period']}>
      <Segmented
        label={t('period')}
        value={String(search.span)}
        options={spans.map((value) => ({ value: String(value), text: t(`spans.${value}`) }))}
        onChange={(value) => onSearch({ span: spans.find((known) => String(known) === value) })}
      />
      <label htmlFor={id} className={styles['until']}>
        {t('until')} <b>{months[at]}</b>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        value={at}
        aria-valuetext={months[at]}
        onChange={(event) => moveTo(event.target.valueAsNumber)}
      />
      {calm ? null : (
        <Button
          size="dense"
          onClick={() => {
            if (!playing && at === last) moveTo(0);
            setPlaying(!playing);
          }}
        >
          {t(playing ? 'pause' : 'play')}
        </Button>
      )}
    </div>
  );
}
