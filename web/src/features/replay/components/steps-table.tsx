import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fullStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import type { Replay } from '../api/replay.js';
import { isPerMu, useStepWords } from './use-step-words.js';

interface StepsTableProps {
  replay: Replay;
  place: number;
  onPlace: (place: number) => void;
}

/** Every step, with what it changed; each can be gone to. */
export function StepsTable({ replay, place, onPlace }: StepsTableProps): ReactElement {
  const { t } = useTranslation('replay');
  const words = useStepWords(replay);
  // Nobody leads a sealed auction, and who takes a fixed price has it.
  const isOpen = replay.form === 'timed-bidding' || replay.form === 'reverse-purchase';
  const rows = replay.steps.map((step, index) => ({ step, index }));
  const { fault } = replay.verdict;
  const leader: Column<(typeof rows)[number]> = {
    key: 'leader',
    head: t('leader'),
    cell: ({ step }) => (step.leaderNo === null ? '—' : t('bidder', { no: step.leaderNo })),
  };
  return (
    <Card flush title={t('steps')}>
      <DataTable
        caption={t('steps')}
        rows={rows}
        rowKey={({ step }) => String(step.version)}
        tone={({ step, index }) => {
          if (step.version === fault?.version) return 'up';
          return index === place ? 'primary' : undefined;
        }}
        columns={[
          {
            key: 'at',
            head: t('at'),
            title: true,
            cell: ({ step, index }) => (
              <Button look="link" onClick={() => onPlace(index)}>
                {fullStamp(step.at)}
              </Button>
            ),
          },
          {
            key: 'event',
            head: t('event'),
            cell: ({ step }) =>
              [words.eventOf(step), step.reason, words.restOf(step)].filter(Boolean).join('：'),
          },
          {
            key: 'bidder',
            head: t(replay.form === 'reverse-purchase' ? 'seller' : 'who'),
            cell: ({ step }) => words.bidderOf(step) || '—',
          },
          {
            key: 'price',
            head: t(isPerMu(replay) ? 'pricePerMuHead' : 'priceHead'),
            figure: true,
            cell: ({ step }) => words.priceOf(step) || '—',
          },
          ...(isOpen ? [leader] : []),
          {
            key: 'closes',
            head: t('closesHead'),
            cell: ({ step }) => (step.closesAt === null ? '—' : fullStamp(step.closesAt)),
          },
        ]}
      />
    </Card>
  );
}
