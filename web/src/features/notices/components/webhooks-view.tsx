import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { del } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Webhook, webhooksQuery } from '../api/notices.js';
import { useEventName } from './event-names.js';
import { AddWebhookDialog } from './add-webhook-dialog.js';
import { DeliveriesDialog } from './deliveries-dialog.js';
import styles from './notices.module.css';
import { SettingsNav } from './settings-nav.js';

function Webhooks({ items, onLog }: { items: Webhook[]; onLog: (hook: Webhook) => void }): ReactElement {
  const { t } = useTranslation('notices');
  const end = useCommand([webhooksQuery.queryKey]);
  const nameOf = useEventName();
  const eventsOf = (hook: Webhook): string => hook.events.map(nameOf).join(' · ') || t('webhooks.allEvents');
  return (
    <>
      <ToldBox told={end.told} />
      <DataTable
        caption={t('webhooks.caption')}
        rows={items}
        rowKey={(hook) => hook.id}
        columns={[
          {
            key: 'url',
            head: t('webhooks.url'),
            title: true,
            cell: (hook) => <span className={styles['url']}>{hook.url}</span>,
          },
          { key: 'events', head: t('webhooks.events'), cell: eventsOf },
          { key: 'waiting', head: t('webhooks.waiting'), figure: true, cell: (hook) => hook.waiting },
          { key: 'failed', head: t('webhooks.failed'), figure: true, cell: (hook) => hook.failed },
          {
            key: 'state',
            head: t('webhooks.state'),
            cell: (hook) => (
              <span className={styles['named']}>
                <StatusChip tone={hook.endedAt === null ? 'primary' : 'neutral'}>
                  {t(hook.endedAt === null ? 'webhooks.running' : 'webhooks.ended')}
                </StatusChip>
                <span>{shortStamp(hook.endedAt ?? hook.createdAt)}</span>
              </span>
            ),
          },
          {
            key: 'acts',
            head: '',
            cell: (hook) => (
              <span className={styles['buttons']}>
                <Button size="dense" onClick={() => onLog(hook)}>
                  {t('webhooks.log')}
                </Button>
                {hook.endedAt === null ? (
                  <Button
                    size="dense"
                    disabled={end.busy}
                    onClick={() => void end.send(del('/webhook-endpoints/{id}', { params: { id: hook.id } }))}
                  >
                    {t('webhooks.end')}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

/** Webhook: where an organisation has public changes sent, which, and what became of each. */
export function WebhooksView(): ReactElement {
  const { t } = useTranslation('notices');
  const query = useQuery(webhooksQuery);
  const [adding, setAdding] = useState(false);
  const [log, setLog] = useState<Webhook | null>(null);
  return (
    <div className={styles['stack']}>
      <SettingsNav here="webhooks" />
      <Card
        flush
        title={t('webhooks.title')}
        aside={
          <Button size="dense" onClick={() => setAdding(true)}>
            {t('webhooks.add')}
          </Button>
        }
      >
        <p className={styles['lead']}>{t('webhooks.lead')}</p>
        <Loaded query={query}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={t('webhooks.none')} hint={t('webhooks.noneHint')} />
            ) : (
              <Webhooks items={items} onLog={setLog} />
            )
          }
        </Loaded>
      </Card>
      {adding ? <AddWebhookDialog onClose={() => setAdding(false)} /> : null}
      {log ? <DeliveriesDialog hook={log} onClose={() => setLog(null)} /> : null}
    </div>
  );
}
