import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { del, post } from '../../../lib/call.js';
import { useClock } from '../../../lib/clock.js';
import { dayAfter, shortStamp } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Delegations, delegationsQuery } from '../api/regulation.js';
import styles from './regulation.module.css';
import { WordDialog } from './word-dialog.js';

const changes = [['delegations']];

function GiveDialog({
  colleagues,
  onClose,
}: {
  colleagues: Delegations['colleagues'];
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('regulation');
  const [to, setTo] = useState(colleagues[0]?.id ?? '');
  const clock = useClock();
  const [until, setUntil] = useState(() => dayAfter(clock.now(), 7));
  return (
    <WordDialog
      about="delegation"
      title={t('delegations.giveTitle')}
      changes={changes}
      call={(reason) =>
        post('/delegations', { body: { toPersonId: to, until: `${until}T23:59:59+08:00`, reason } })
      }
      label={t('reason')}
      pointer="/reason"
      submit={t('delegations.submit')}
      onClose={onClose}
    >
      <SelectField
        label={t('delegations.to')}
        value={to}
        options={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={setTo}
      />
      <TextField
        label={t('delegations.until')}
        hint={t('delegations.untilHint')}
        type="date"
        value={until}
        onChange={setUntil}
      />
    </WordDialog>
  );
}

function Given({ items }: { items: Delegations['items'] }): ReactElement {
  const { t } = useTranslation('regulation');
  const end = useCommand(changes);
  return (
    <>
      <ToldBox told={end.told} />
      <DataTable
        caption={t('delegations.caption')}
        rows={items}
        rowKey={(row) => row.id}
        columns={[
          { key: 'to', head: t('delegations.to'), title: true, cell: (row) => row.to },
          { key: 'from', head: t('delegations.from'), cell: (row) => row.from },
          { key: 'reason', head: t('reason'), cell: (row) => row.reason },
          { key: 'until', head: t('delegations.until'), cell: (row) => shortStamp(row.untilAt) },
          {
            key: 'state',
            head: t('delegations.state'),
            cell: (row) => (
              <StatusChip tone={row.endedAt === null ? 'primary' : 'neutral'}>
                {t(row.endedAt === null ? 'delegations.running' : 'delegations.ended')}
              </StatusChip>
            ),
          },
          {
            key: 'act',
            head: '',
            cell: (row) =>
              row.mine && row.endedAt === null ? (
                <Button
                  size="dense"
                  disabled={end.busy}
                  onClick={() => void end.send(del('/delegations/{id}', { params: { id: row.id } }))}
                >
                  {t('delegations.end')}
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  );
}

/** 签批委托 of the reader's unit. */
export function DelegationsCard(): ReactElement {
  const { t } = useTranslation('regulation');
  const [giving, setGiving] = useState(false);
  const query = useQuery(delegationsQuery);
  const colleagues = query.data?.colleagues ?? [];
  return (
    <Card
      flush
      title={t('delegations.title')}
      aside={
        <Button size="dense" disabled={colleagues.length === 0} onClick={() => setGiving(true)}>
          {t(query.data && colleagues.length === 0 ? 'delegations.nobody' : 'delegations.give')}
        </Button>
      }
    >
      <p className={styles['lead']}>{t('delegations.lead')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('delegations.none')} hint={t('delegations.noneHint')} />
          ) : (
            <Given items={items} />
          )
        }
      </Loaded>
      {giving ? <GiveDialog colleagues={colleagues} onClose={() => setGiving(false)} /> : null}
    </Card>
  );
}
