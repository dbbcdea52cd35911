import type { QuotaKind } from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { exportUrl, type Use, useUses } from '../api/movements.js';
import { Amounts } from './amounts.js';
import { EarmarkDialog, ReleaseDialog, WriteOffDialog } from './use-dialogs.js';
import styles from './quota-bank.module.css';

interface UsesCardProps {
  party: string;
  quota: QuotaKind;
  /** Maker: earmarks and gives back. */
  mayEarmark: boolean;
  /** Checker or approver: writes off. */
  mayWriteOff: boolean;
}

type Open = { act: 'release' | 'writeOff'; use: Use } | { act: 'earmark' } | null;
const tones = { earmarked: 'wait', 'written-off': 'down', released: 'neutral' } as const;

function useColumns({ mayEarmark, mayWriteOff }: UsesCardProps, open: (next: Open) => void): Column<Use>[] {
  const { t } = useTranslation('bank');
  return [
    {
      key: 'project',
      head: t('uses.project'),
      title: true,
      cell: (use) => (
        <span className={styles['named']}>
          <a href={`/family?use=${use.id}`}>{use.projectName}</a>
          <span>
            {use.projectCode} · {use.number}
          </span>
        </span>
      ),
    },
    { key: 'held', head: t('uses.held'), figure: true, cell: (use) => <Amounts wire={use.held} /> },
    { key: 'used', head: t('uses.used'), figure: true, cell: (use) => <Amounts wire={use.writtenOff} /> },
    {
      key: 'back',
      head: t('uses.back'),
      figure: true,
      wideOnly: true,
      cell: (use) => <Amounts wire={use.released} />,
    },
    {
      key: 'status',
      head: t('needs.status'),
      cell: (use) => <StatusChip tone={tones[use.status]}>{t(`uses.statuses.${use.status}`)}</StatusChip>,
    },
    {
      key: 'acts',
      head: t('act.acts'),
      cell: (use) =>
        use.status === 'earmarked' && (mayEarmark || mayWriteOff) ? (
          <span className={styles['chips']}>
            {mayEarmark ? (
              <Button size="dense" onClick={() => open({ act: 'release', use })}>
                {t('uses.release')}
              </Button>
            ) : null}
            {mayWriteOff ? (
              <Button size="dense" look="primary" onClick={() => open({ act: 'writeOff', use })}>
                {t('uses.writeOff')}
              </Button>
            ) : null}
          </span>
        ) : (
          '—'
        ),
    },
  ];
}

/** 指标使用: what is tied to which project, and what approvals have consumed. */
export function UsesCard(props: UsesCardProps): ReactElement {
  const { party, quota, mayEarmark } = props;
  const { t } = useTranslation('bank');
  const [open, setOpen] = useState<Open>(null);
  const feed = useUses(party, quota);
  const columns = useColumns(props, setOpen);
  const add = mayEarmark ? (
    <Button look="primary" size="dense" onClick={() => setOpen({ act: 'earmark' })}>
      {t('uses.earmark')}
    </Button>
  ) : null;
  const close = (): void => setOpen(null);
  return (
    <Card
      flush
      title={t('uses.title')}
      aside={
        <span className={styles['chips']}>
          <a href={exportUrl('uses', 'xlsx')} download>
            {t('act.excel')}
          </a>
          {add}
        </span>
      }
    >
      <Loaded query={feed}>
        {(uses) =>
          uses.length === 0 ? (
            <EmptyState title={t('uses.emptyTitle')} hint={t('uses.emptyHint')} action={add} />
          ) : (
            <DataTable caption={t('uses.caption')} columns={columns} rows={uses} rowKey={(use) => use.id} />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('act.more')} />
      {open?.act === 'earmark' ? <EarmarkDialog party={party} quota={quota} onClose={close} /> : null}
      {open?.act === 'release' ? <ReleaseDialog use={open.use} onClose={close} /> : null}
      {open?.act === 'writeOff' ? <WriteOffDialog use={open.use} onClose={close} /> : null}
    </Card>
  );
}
