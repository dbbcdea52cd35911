import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { deliveriesQuery, type Delivery, type Webhook, webhooksQuery } from '../api/notices.js';
import styles from './notices.module.css';

const tones = { waiting: 'wait', delivered: 'down', failed: 'up' } as const;

function Replay({ hook }: { hook: Webhook }): ReactElement {
  const { t } = useTranslation('notices');
  const [from, setFrom] = useState('1');
  const [to, setTo] = useState('');
  const [made, setMade] = useState<number | null>(null);
  const replay = useCommand<{ deliveries: number }>([webhooksQuery.queryKey]);
  const send = async (): Promise<void> => {
    const range = { from: Number.parseInt(from, 10), ...(to === '' ? {} : { to: Number.parseInt(to, 10) }) };
    const answer = await replay.send(
      post('/webhook-endpoints/{id}/replays', { params: { id: hook.id }, body: range }),
    );
    if (answer) setMade(answer.deliveries);
  };
  return (
    <Form
      onSubmit={() => void send()}
      told={replay.told}
      actions={
        <>
          {made === null ? null : <span role="status">{t('webhooks.replayed', { count: made })}</span>}
          <Button type="submit" disabled={replay.busy || !/^\d+$/.test(from) || !/^\d*$/.test(to)}>
            {t('webhooks.replay')}
          </Button>
        </>
      }
    >
      <TextField label={t('webhooks.replayFrom')} value={from} onChange={setFrom} maxLength={12} />
      <TextField label={t('webhooks.replayTo')} value={to} onChange={setTo} maxLength={12} />
    </Form>
  );
}

/** Sends one delivery again, under the same id. */
function Again({ hook, delivery }: { hook: Webhook; delivery: Delivery }): ReactElement | null {
  const { t } = useTranslation('notices');
  const replay = useCommand<{ deliveries: number }>([webhooksQuery.queryKey]);
  if (hook.endedAt !== null || delivery.state === 'waiting') return null;
  const body = { delivery: delivery.id };
  return (
    <>
      <Button
        look="link"
        size="dense"
        disabled={replay.busy}
        aria-label={t('webhooks.againOf', { event: delivery.event })}
        onClick={() =>
          void replay.send(post('/webhook-endpoints/{id}/replays', { params: { id: hook.id }, body }))
        }
      >
        {t('webhooks.again')}
      </Button>
      <ToldBox told={replay.told} />
    </>
  );
}

/** What became of each delivery, and sending a range or one of them again. */
export function DeliveriesDialog({ hook, onClose }: { hook: Webhook; onClose: () => void }): ReactElement {
  const { t } = useTranslation('notices');
  const query = useQuery(deliveriesQuery(hook.id));
  const wordsOf = ({ position, event }: Delivery): string =>
    position === null ? event : `${position} · ${event}`;
  return (
    <Dialog shape="drawer" title={t('webhooks.logTitle')} onClose={onClose}>
      <p className={styles['url']}>{hook.url}</p>
      {hook.endedAt === null ? <Replay hook={hook} /> : null}
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('webhooks.logNone')} />
          ) : (
            <DataTable
              caption={t('webhooks.logTitle')}
              rows={items}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'event',
                  head: t('webhooks.events'),
                  title: true,
                  cell: (row) => <span className={styles['url']}>{wordsOf(row)}</span>,
                },
                {
                  key: 'state',
                  head: t('webhooks.state'),
                  cell: (row) => (
                    <StatusChip tone={tones[row.state]}>
                      {t(`webhooks.deliveryState.${row.state}`)}
                    </StatusChip>
                  ),
                },
                { key: 'attempts', head: t('webhooks.attempts'), figure: true, cell: (row) => row.attempts },
                { key: 'answer', head: t('webhooks.answer'), cell: (row) => row.error ?? row.status ?? '—' },
                {
                  key: 'at',
                  head: t('webhooks.at'),
                  cell: (row) => {
                    const at = row.deliveredAt ?? row.nextAt;
                    return at === null ? '—' : shortStamp(at);
                  },
                },
                { key: 'again', head: '', cell: (row) => <Again hook={hook} delivery={row} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Dialog>
  );
}
