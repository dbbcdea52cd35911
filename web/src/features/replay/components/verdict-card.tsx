import { parseCny, parseHa } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wanText } from '../../../lib/format/money.js';
import { fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Replay, Verdict } from '../api/replay.js';
import styles from './replay.module.css';

const rows = ['outcome', 'winner', 'price', 'closedAt'] as const;

/** What was recorded beside what the rule gives when it is run over the log once more. */
export function VerdictCard({ replay }: { replay: Replay }): ReactElement {
  const { t } = useTranslation('replay');
  const nameOf = useNameOf();
  const { recorded, recomputed, draw, fault } = replay.verdict;
  const isPurchase = replay.form === 'reverse-purchase';
  const cell = (verdict: Verdict | null, row: (typeof rows)[number]): string => {
    if (!verdict) return '—';
    if (row === 'outcome') return t(`outcomes.${verdict.outcome}`);
    if (row === 'price') return verdict.priceCny === null ? '—' : wanText(parseCny(verdict.priceCny));
    if (row === 'closedAt') return fullStamp(verdict.closedAt);
    if (verdict.winnerNo === null) return '—';
    const name = replay.winner ? ` ${nameOf(replay.winner)}` : '';
    return `${t('bidder', { no: verdict.winnerNo })}${verdict === recorded ? name : ''}`;
  };
  return (
    <Card title={t('verdict')} aside={<Mark replay={replay} />}>
      <p className={styles['lead']}>{t('verdictLead')}</p>
      <DataTable
        caption={t('verdict')}
        rows={rows}
        rowKey={(row) => row}
        columns={[
          {
            key: 'what',
            head: t('what'),
            title: true,
            cell: (row) => t(row === 'winner' && isPurchase ? 'rows.seller' : `rows.${row}`),
          },
          { key: 'recorded', head: t('recorded'), cell: (row) => cell(recorded, row) },
          { key: 'recomputed', head: t('recomputed'), cell: (row) => cell(recomputed, row) },
        ]}
      />
      {recorded && recorded.awards.length > 0 ? <Awards replay={replay} /> : null}
      {draw ? (
        <p className={styles['line']}>
          {t(`draws.${ruleOf(replay)}`, { n: draw.candidates })}{' '}
          {t(draw.verified ? 'drawRight' : 'drawWrong')}
        </p>
      ) : null}
      {fault ? <p className={styles['line']}>{t('fault', fault)}</p> : null}
    </Card>
  );
}

const ruleOf = ({ form }: Replay): 'ceiling' | 'lowest' | 'ties' => {
  if (form === 'timed-bidding') return 'ceiling';
  return form === 'reverse-purchase' ? 'lowest' : 'ties';
};

/** Who got how much where many share what is on offer, as recorded and as computed again. */
function Awards({ replay }: { replay: Replay }): ReactElement {
  const { t } = useTranslation('replay');
  const { recorded, recomputed } = replay.verdict;
  const text = (award: Verdict['awards'][number] | undefined): string =>
    award
      ? `${t('area', { area: areaText(parseHa(award.areaHa), 'ha') })} · ${t('price', { price: wanText(parseCny(award.priceCny)) })}`
      : '—';
  const numbers = [...(recorded?.awards ?? []), ...(recomputed?.awards ?? [])].map(
    ({ bidderNo }) => bidderNo,
  );
  const of = (verdict: Verdict | null, no: number) =>
    text(verdict?.awards.find(({ bidderNo }) => bidderNo === no));
  return (
    <DataTable
      caption={t('awards')}
      rows={[...new Set(numbers)]}
      rowKey={String}
      columns={[
        { key: 'who', head: t('awards'), title: true, cell: (no) => t('bidder', { no }) },
        { key: 'recorded', head: t('recorded'), cell: (no) => of(recorded, no) },
        { key: 'recomputed', head: t('recomputed'), cell: (no) => of(recomputed, no) },
      ]}
    />
  );
}

function Mark({ replay }: { replay: Replay }): ReactElement {
  const { t } = useTranslation('replay');
  const { equal, recorded } = replay.verdict;
  if (equal === true)
    return (
      <StatusChip tone="primary" mark="done">
        {t('equal')}
      </StatusChip>
    );
  if (equal === false)
    return (
      <StatusChip tone="up" outlined mark="refused">
        {t('unequal')}
      </StatusChip>
    );
  return <StatusChip>{t(recorded ? 'byWord' : 'running')}</StatusChip>;
}
