import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { shareOf } from '../../../lib/geometry.js';
import { shortStamp } from '../../../lib/format/time.js';
import { Beam } from '../../../ui/beam.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Overview, Reconciliation } from '../api/oversight.js';
import styles from './oversight.module.css';

type Identity = Overview['reconciliation']['identity'][number];

const textOf = (asset: string, units: string): string =>
  asset.endsWith('CAPACITY')
    ? capacityText(BigInt(units) as CapacityUnits)
    : areaText(BigInt(units) as SquareMetres, 'ha');

const outgoing = ['writtenOff', 'deducted', 'nationalPool', 'expired'] as const;

/** How the last run ended, as a chip. */
export function RunChip({
  run,
  openFindings,
}: {
  run: Reconciliation | null;
  openFindings: number;
}): ReactElement {
  const { t } = useTranslation('oversight');
  if (!run) return <StatusChip>{t('recon.never')}</StatusChip>;
  if (run.state === 'failed') return <StatusChip tone="up">{t('recon.failed')}</StatusChip>;
  if (run.state !== 'done') return <StatusChip tone="wait">{t('recon.running')}</StatusChip>;
  if (openFindings > 0 || run.ok === false) {
    return (
      <StatusChip tone="up" outlined mark="refused">
        {t('recon.open', { count: openFindings || run.findings })}
      </StatusChip>
    );
  }
  return (
    <StatusChip tone="down" mark="done">
      {t('recon.clean', { at: shortStamp(run.finishedAt ?? run.startedAt) })}
    </StatusChip>
  );
}

function Sums({ row }: { row: Identity }): ReactElement {
  const { t } = useTranslation('oversight');
  const due = BigInt(row.due);
  const held = BigInt(row.held);
  const most = due > held ? due : held;
  const line = (key: 'opening' | 'projectIn' | (typeof outgoing)[number]) => ({
    key,
    label: t(`recon.${key}`),
    value: textOf(row.asset, row[key]),
  });
  const clean = row.difference === '0';
  return (
    <>
      <DataList
        rows={[
          line('opening'),
          line('projectIn'),
          ...outgoing
            .filter((key) => key === 'writtenOff' || key === 'deducted' || row[key] !== '0')
            .map(line),
        ]}
      />
      <div className={styles['beams']}>
        <Beam
          size="thin"
          label={t('recon.beam', { due: textOf(row.asset, row.due), held: textOf(row.asset, row.held) })}
          segments={[{ key: 'due', tone: 'self', share: shareOf(due, most) }]}
          tick={shareOf(due, most)}
        />
        <Beam
          size="thin"
          label=""
          segments={[{ key: 'held', tone: 'surplus', share: shareOf(held, most) }]}
          tick={shareOf(due, most)}
        />
      </div>
      <DataList
        rows={[
          { key: 'due', label: t('recon.due'), value: <b>{textOf(row.asset, row.due)}</b> },
          { key: 'held', label: t('recon.held'), value: <b>{textOf(row.asset, row.held)}</b> },
          {
            key: 'difference',
            label: t('recon.difference'),
            value: (
              <b className={clean ? styles['clean'] : styles['urgent']}>
                {textOf(row.asset, row.difference)} {clean ? '✓' : '✗'}
              </b>
            ),
          },
        ]}
      />
    </>
  );
}

/** What must be there against what is there: opening plus in less out (domain §13). */
export function ReconciliationCard({
  reconciliation,
  href,
}: {
  reconciliation: Overview['reconciliation'];
  href?: string;
}): ReactElement {
  const { t } = useTranslation('oversight');
  const { last, openFindings, identity } = reconciliation;
  const assets = identity.map((row) => row.asset as 'SFQ.AREA');
  const [asset, setAsset] = useState<string>('SFQ.AREA');
  const row = identity.find((one) => one.asset === asset) ?? identity[0];
  return (
    <Card title={t('recon.title')} aside={<RunChip run={last} openFindings={openFindings} />}>
      {row ? (
        <>
          <select
            className={styles['pick']}
            aria-label={t('recon.measure')}
            value={row.asset}
            onChange={(event) => setAsset(event.target.value)}
          >
            {assets.map((one) => (
              <option key={one} value={one}>
                {t(`recon.asset.${one}`)}
              </option>
            ))}
          </select>
          <Sums row={row} />
        </>
      ) : (
        <EmptyState title={t('recon.nothing')} hint={t('recon.nothingHint')} />
      )}
      {href ? (
        <p className={styles['caption']}>
          <a href={href}>{t('recon.all')}</a>
        </p>
      ) : null}
    </Card>
  );
}
