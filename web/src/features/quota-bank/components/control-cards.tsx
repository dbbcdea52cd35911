import type { QuotaKind } from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { useActs, useFreezes } from '../api/movements.js';
import { Amounts } from './amounts.js';
import { FreezeDialog, LiftDialog, RegionActDialog } from './control-dialogs.js';
import { ListCard, useName } from './list-card.js';
import styles from './quota-bank.module.css';

/** 冻结: what stands, and who may lift it. */
export function FreezesCard({ quota, mayAct }: { quota: QuotaKind; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<string | null>(null);
  const feed = useFreezes();
  return (
    <>
      <ListCard
        title={t('control.freezes')}
        empty={t('control.noFreezes')}
        feed={feed}
        rowKey={(row) => row.id}
        action={
          mayAct ? (
            <Button size="dense" look="primary" onClick={() => setAdding(true)}>
              {t('control.freeze')}
            </Button>
          ) : null
        }
        columns={[
          {
            key: 'what',
            head: t('control.what'),
            title: true,
            cell: (row) => (
              <span className={styles['named']}>
                <span>{name(row.party)}</span>
                <span>{row.lotNumber ?? t('control.wholeParty')}</span>
              </span>
            ),
          },
          {
            key: 'ground',
            head: t('control.ground'),
            cell: (row) => (
              <span className={styles['lines']}>
                <span>{t(`control.grounds.${row.ground}`)}</span>
                <span>{[row.patchNo, row.reason].filter(Boolean).join(' · ')}</span>
              </span>
            ),
          },
          {
            key: 'held',
            head: t('control.held'),
            figure: true,
            cell: (row) => <Amounts wire={row.held[quota]} />,
          },
          { key: 'at', head: t('lot.at'), cell: (row) => dateText(row.frozenAt) },
          {
            key: 'act',
            head: t('act.acts'),
            cell: (row) =>
              mayAct ? (
                <Button size="dense" onClick={() => setLifting(row.id)}>
                  {t('control.lift')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {adding ? <FreezeDialog quota={quota} onClose={() => setAdding(false)} /> : null}
      {lifting === null ? null : <LiftDialog id={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}

/** 核减, 国家统筹, 储备: the region's acts. */
export function ActsCard({ quota, mayAct }: { quota: QuotaKind; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ListCard
        title={t('control.acts')}
        empty={t('control.noActs')}
        feed={useActs()}
        rowKey={(row) => row.id}
        action={
          mayAct ? (
            <Button size="dense" look="primary" onClick={() => setAdding(true)}>
              {t('control.act')}
            </Button>
          ) : null
        }
        columns={[
          {
            key: 'kind',
            head: t('control.kind'),
            title: true,
            cell: (row) => (
              <span className={styles['named']}>
                <span>{t(`control.kinds.${row.kind}`)}</span>
                <span>{row.number}</span>
              </span>
            ),
          },
          {
            key: 'lot',
            head: t('control.what'),
            cell: (row) => (
              <span className={styles['lines']}>
                <span>{name(row.party)}</span>
                <span>{row.lotNumber}</span>
              </span>
            ),
          },
          {
            key: 'amount',
            head: t('act.amount'),
            figure: true,
            cell: (row) => <Amounts wire={row.quantities} />,
          },
          { key: 'paper', head: t('uses.documentNo'), cell: (row) => row.documentNo },
          { key: 'at', head: t('lot.at'), cell: (row) => dateText(row.at) },
        ]}
      />
      {adding ? <RegionActDialog quota={quota} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
