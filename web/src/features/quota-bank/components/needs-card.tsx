import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { parseQuantities, type QuantitiesWire } from '@muheng/contracts/common/component';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { TextField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { movedKeys } from '../api/movements.js';
import { ActDialog } from './act-dialog.js';
import { type Need, useNeeds } from '../api/bank.js';
import styles from './quota-bank.module.css';

function Quantity({ wire }: { wire: QuantitiesWire }): ReactElement {
  const { t } = useTranslation('bank');
  const { area, paddy, capacity } = parseQuantities(wire);
  const lines = [
    area > 0n ? `${areaText(area, 'ha')}` : null,
    paddy > 0n ? `${t('component.paddy')} ${areaText(paddy, 'ha')}` : null,
    capacity > 0n ? `${t('component.capacity')} ${capacityText(capacity)}` : null,
  ].filter(Boolean);
  return (
    <span className={styles['lines']}>
      {lines.length === 0 ? <span>—</span> : lines.map((line) => <span key={line}>{line}</span>)}
    </span>
  );
}

function Confirm({ need }: { need: Need }): ReactElement {
  const { t } = useTranslation('bank');
  const confirm = useCommand([['needs']]);
  return (
    <>
      <Button
        size="dense"
        disabled={confirm.busy}
        onClick={() =>
          void confirm.send(post('/needs/{id}/confirmations', { params: { id: need.id }, body: {} }))
        }
      >
        {t(confirm.busy ? 'needs.confirming' : 'needs.confirm')}
      </Button>
      <ToldBox told={confirm.told} />
    </>
  );
}

function useColumns(
  showParty: boolean,
  mayConfirm: boolean,
  withdraw: ((need: Need) => void) | undefined,
): Column<Need>[] {
  const { t } = useTranslation('bank');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const unit = `${ui('unit.ha')} / ${ui('unit.kg')}`;
  const tone = { open: 'wait', covered: 'down', withdrawn: 'neutral' } as const;
  return [
    {
      key: 'project',
      head: t('needs.project'),
      title: true,
      cell: (need) => (
        <span className={styles['named']}>
          <span>{need.title}</span>
          <span>{need.number}</span>
        </span>
      ),
    },
    ...(showParty
      ? [{ key: 'party', head: t('needs.party'), cell: (need: Need) => regionName(need.party, language) }]
      : []),
    { key: 'category', head: t('needs.category'), cell: (need) => t(`category.${need.category}`) },
    {
      key: 'required',
      head: t('needs.required', { unit }),
      figure: true,
      cell: (need) => <Quantity wire={need.required} />,
    },
    {
      key: 'uncovered',
      head: t('needs.uncovered', { unit }),
      figure: true,
      cell: (need) => <Quantity wire={need.uncovered} />,
    },
    { key: 'wanted', head: t('needs.wantedBy'), cell: (need) => need.wantedBy ?? '—' },
    {
      key: 'status',
      head: t('needs.status'),
      cell: (need) => (
        <span className={styles['chips']}>
          <StatusChip tone={tone[need.status]}>{t(`needs.statuses.${need.status}`)}</StatusChip>
          {need.regionConfirmed ? null : mayConfirm ? (
            <Confirm need={need} />
          ) : (
            <StatusChip tone="notice">{t('needs.unconfirmed')}</StatusChip>
          )}
          {withdraw && need.status === 'open' ? (
            <Button size="dense" onClick={() => withdraw(need)}>
              {t('needs.withdraw')}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
}

/** Takes back a demand that is no longer wanted. */
function WithdrawDialog({ need, onClose }: { need: Need; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [reason, setReason, forget] = useTyped(`need-withdrawal.${need.id}`, '');
  return (
    <ActDialog
      title={t('needs.withdrawTitle', { title: need.title })}
      submit={t('needs.withdraw')}
      changes={movedKeys}
      call={() =>
        reason.trim() === ''
          ? null
          : post('/needs/{id}/withdrawal', { params: { id: need.id }, body: { reason: reason.trim() } })
      }
      shown={['/reason']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <TextField
          wide
          label={t('act.reason')}
          maxLength={300}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? t('act.missing') : told?.fields['/reason']}
        />
      )}
    </ActDialog>
  );
}

interface NeedsCardProps {
  /** Without a party: everybody's that the reader may see. */
  party?: string;
  mayConfirm?: boolean;
  /** Opens the form; absent for those who only read. */
  onAdd?: () => void;
}

/** Registered needs: what a county must cover before it may sell. */
export function NeedsCard({ party, mayConfirm = false, onAdd }: NeedsCardProps): ReactElement {
  const { t } = useTranslation('bank');
  const feed = useNeeds(party);
  const [leaving, setLeaving] = useState<Need | null>(null);
  const columns = useColumns(party === undefined, mayConfirm, onAdd ? setLeaving : undefined);
  const add = onAdd ? (
    <Button look="primary" size="dense" onClick={onAdd}>
      {t('needs.add')}
    </Button>
  ) : null;
  return (
    <Card flush title={t('needs.title')} aside={add ?? t('needs.hint')}>
      <Loaded query={feed}>
        {(needs) =>
          needs.length === 0 ? (
            <EmptyState title={t('needs.emptyTitle')} hint={t('needs.emptyHint')} action={add} />
          ) : (
            <DataTable
              caption={t('needs.caption')}
              columns={columns}
              rows={needs}
              rowKey={(need) => need.id}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('needs.more')} />
      {leaving ? <WithdrawDialog need={leaving} onClose={() => setLeaving(null)} /> : null}
    </Card>
  );
}
