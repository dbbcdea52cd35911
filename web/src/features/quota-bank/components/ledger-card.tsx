import type { QuotaKind } from '@muheng/contracts/common/component';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { minus } from '../../../lib/format/digits.js';
import { Card } from '../../../ui/card.js';
import { LedgerBar } from '../../../ui/ledger-bar.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { Skeleton } from '../../../ui/states/skeleton.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Accounts, accountsQuery, type Arithmetic, countyFirstQuery } from '../api/bank.js';
import { isEmptyAccount, type LedgerLine, ledgerLines, quantityText } from '../model/ledger.js';
import styles from './quota-bank.module.css';

function Line({ line }: { line: LedgerLine }): ReactElement {
  const { t } = useTranslation('bank');
  const { t: ui } = useTranslation('ui');
  const name = ui(`component.${line.component}`);
  const stock = quantityText(line.component, line.stock);
  const parts = line.parts
    .filter((part) => part.amount > 0n)
    .map((part) => t('ledger.part', { name: ui(`ledgerBar.${part.key}`), text: part.text }))
    .join('，');
  const margin = quantityText(line.component, line.margin < 0n ? -line.margin : line.margin);
  return (
    <div className={styles['ledgerLine']}>
      <div className={styles['ledgerName']}>
        <b>{name}</b>
        <span>{t('ledger.stock', { text: stock })}</span>
      </div>
      {line.parts.some((part) => part.amount > 0n) ? (
        <LedgerBar parts={line.parts} label={t('ledger.label', { component: name, stock, parts })} />
      ) : (
        <span className={styles['emptyBar']} aria-hidden="true" />
      )}
      <div className={styles['ledgerMargin']}>
        {line.margin > 0n ? (
          <StatusChip tone="down">{t('ledger.surplus', { text: margin })}</StatusChip>
        ) : line.margin < 0n ? (
          <StatusChip tone="wait">{t('ledger.short', { text: `${minus}${margin}` })}</StatusChip>
        ) : line.stock > 0n ? (
          <StatusChip>{t('ledger.balanced')}</StatusChip>
        ) : (
          '—'
        )}
      </div>
    </div>
  );
}

function Lines({
  balances,
  arithmetic,
}: {
  balances: Accounts['SFQ'];
  arithmetic: Arithmetic;
}): ReactElement {
  const { t } = useTranslation('bank');
  if (isEmptyAccount(balances) && arithmetic.needs.length === 0) {
    return <EmptyState title={t('ledger.empty')} hint={t('ledger.emptyHint')} />;
  }
  return (
    <>
      {ledgerLines(balances, arithmetic).map((line) => (
        <Line key={line.component} line={line} />
      ))}
      <p className={styles['hint']}>
        {t('ledger.needHint', { pct: arithmetic.policy.reservePct, version: arithmetic.policy.version })}
      </p>
    </>
  );
}

/** What a unit holds of one indicator and what claims it: the beam of each component (look.md, Ledger bar). */
export function LedgerCard({ party, quota }: { party: string; quota: QuotaKind }): ReactElement {
  const { t } = useTranslation('bank');
  const accounts = useQuery(accountsQuery(party));
  const position = useQuery(countyFirstQuery(party, quota));
  return (
    <Card title={`${t('ledger.title')} · ${t(`quota.${quota}`)}`} aside={t('ledger.unit')}>
      <div className={styles['ledger']}>
        <Loaded query={accounts} skeleton={<Skeleton height="9rem" />}>
          {(held) => (
            <Loaded query={position} skeleton={<Skeleton height="9rem" />}>
              {({ arithmetic }) => <Lines balances={held[quota]} arithmetic={arithmetic} />}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Card>
  );
}
