import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { fullStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Replay } from '../api/replay.js';
import { useStepWords } from './use-step-words.js';

interface StepsTableProps {
  replay: Replay;
  place: number;
  onPlace: (place: number) => void;
}

/** Every step, with what it changed; each can be gone to. */
export function StepsTable({ replay, place, onPlace }: StepsTableProps): ReactElement {
  const { t } = useTranslation('replay');
  const words = useStepWords();
  const rows = replay.steps.map((step, index) => ({ step, index }));
  const { fault } = replay.verdict;
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
            cell: ({ step }) => [words.eventOf(step), step.reason].filter(Boolean).join('：'),
          },
          { key: 'bidder', head: t('who'), cell: ({ step }) => words.bidderOf(step) || '—' },
          {
            key: 'price',
            head: t('priceHead'),
            figure: true,
            cell: ({ step }) => (step.priceCny === null ? '—' : wanText(parseCny(step.priceCny))),
          },
          {
            key: 'leader',
            head: t('leader'),
            cell: ({ step }) => (step.leaderNo === null ? '—' : t('bidder', { no: step.leaderNo })),
          },
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
