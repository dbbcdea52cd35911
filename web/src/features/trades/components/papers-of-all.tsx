import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { type PaperBatch, paperBatchQuery, type TradeSummary } from '../api/trades.js';
import styles from './trades.module.css';

/** What the server takes at once. */
const atOnce = 500;

/** Has the papers made that the listed trades lack, and says how far it is; the task centre knows of it too. */
export function PapersOfAll({ trades }: { trades: readonly TradeSummary[] }): ReactElement {
  const { t } = useTranslation('trades');
  const [asked, setAsked] = useState<PaperBatch | null>(null);
  const command = useCommand<PaperBatch>([['tasks']]);
  const batch = useQuery({ ...paperBatchQuery(asked?.id ?? ''), enabled: asked !== null }).data ?? asked;
  const runs = batch !== null && batch.done < batch.total;
  const start = async (): Promise<void> => {
    const tradeIds = trades.slice(0, atOnce).map(({ id }) => id);
    setAsked(await command.send(post('/paper-batches', { body: { tradeIds } })));
  };
  return (
    <div className={styles['papersOfAll']}>
      <Button
        size="dense"
        disabled={command.busy || runs || trades.length === 0}
        onClick={() => void start()}
      >
        {t('batch.start')}
      </Button>
      {batch && runs ? <ProgressBar label={t('batch.runs')} done={batch.done} total={batch.total} /> : null}
      <span role="status">
        {batch && !runs ? t(batch.total === 0 ? 'batch.none' : 'batch.done', { count: batch.total }) : ''}
      </span>
      {batch ? <a href="/tasks">{t('batch.tasks')}</a> : null}
      <ToldBox told={command.told} />
    </div>
  );
}
