import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { epoch } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { PriceStepChart } from '../../../ui/step-chart/price-step-chart.js';
import { type Replay, replayQuery } from '../api/replay.js';
import { axisOf, bidsUpTo, spansOf } from '../model/course.js';
import styles from './replay.module.css';
import { StepsTable } from './steps-table.js';
import { useStepWords } from './use-step-words.js';
import { VerdictCard } from './verdict-card.js';

/** 竞价回放: every step of an auction from its log, and whether the rule comes to the same verdict. */
export function ReplayView({ listingId }: { listingId: string }): ReactElement {
  return (
    <div className={styles['page']}>
      <Loaded query={useQuery(replayQuery(listingId))}>{(replay) => <Course replay={replay} />}</Loaded>
    </div>
  );
}

function Course({ replay }: { replay: Replay }): ReactElement {
  const { t } = useTranslation('replay');
  const nameOf = useNameOf();
  const last = replay.steps.length - 1;
  const [place, setPlace] = useState(last);
  const { title, number, seller, masked } = replay;
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('title', { title })}</h1>
        <p className={styles['lead']}>
          {[number, nameOf(seller), t(masked ? 'masked' : 'named')].filter(Boolean).join(' · ')}
        </p>
      </header>
      <VerdictCard replay={replay} />
      {last < 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <>
          <Stage replay={replay} place={place} onPlace={setPlace} />
          <StepsTable replay={replay} place={place} onPlace={setPlace} />
        </>
      )}
    </>
  );
}

interface StageProps {
  replay: Replay;
  place: number;
  onPlace: (place: number) => void;
}

/** The staircase of prices up to one step, and the slider that goes from step to step. */
function Stage({ replay, place, onPlace }: StageProps): ReactElement {
  const { t } = useTranslation('replay');
  const { t: ui } = useTranslation('ui');
  const words = useStepWords(replay);
  const { whole, timed } = spansOf(replay);
  const [span, setSpan] = useState<'whole' | 'timed'>(timed ? 'timed' : 'whole');
  const shown = span === 'timed' && timed ? timed : whole;
  const { steps } = replay;
  const axis = axisOf(replay);
  const isPurchase = replay.form === 'reverse-purchase';
  const step = steps[place];
  if (!step) return <EmptyState title={t('none')} />;
  return (
    <Card
      title={t('course')}
      aside={
        timed ? (
          <Segmented
            label={t('span')}
            value={span}
            options={(['timed', 'whole'] as const).map((value) => ({ value, text: t(`spans.${value}`) }))}
            onChange={setSpan}
          />
        ) : undefined
      }
    >
      {axis === null ? null : (
        <PriceStepChart
          bids={bidsUpTo(steps, place, words.bidderOf)}
          {...axis}
          from={shown.from}
          deadline={shown.to}
          now={epoch(step.at)}
          words={{
            others: t(isPurchase ? 'offers' : 'bids'),
            self: null,
            ceiling: t(isPurchase ? 'highest' : 'ceiling'),
            unit: ui('unit.wan'),
            label: t(isPurchase ? 'chartDown' : 'chart'),
          }}
        />
      )}
      <div className={`${styles['slider']} no-print`}>
        <Button size="dense" disabled={place <= 0} onClick={() => onPlace(place - 1)}>
          {t('previous')}
        </Button>
        <input
          type="range"
          min={0}
          max={steps.length - 1}
          value={place}
          aria-label={t('slider')}
          aria-valuetext={words.lineOf(step)}
          onChange={(event) => onPlace(Number(event.target.value))}
        />
        <Button size="dense" disabled={place >= steps.length - 1} onClick={() => onPlace(place + 1)}>
          {t('next')}
        </Button>
      </div>
      <p className={styles['line']} role="status">
        <b>{t('stepOf', { n: place + 1, total: steps.length })}</b> {words.lineOf(step)}
      </p>
    </Card>
  );
}
