import { type Fen, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wanBrief, wanPerMuText, wanText } from '../../../lib/format/money.js';
import { sameFields } from '../../../lib/same-fields.js';
import { useFormat } from '../../../lib/use-format.js';
import { Card } from '../../../ui/card.js';
import { DataList, type DataRow } from '../../../ui/data-list.js';
import { Figure } from '../../../ui/figure.js';
import type { RoomLot } from '../model/auction-room.js';
import styles from './lot-facts.module.css';

function Area({ lot }: { lot: RoomLot }): ReactElement | null {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  if (lot.areaHa === null) return null;
  const paddy = lot.paddyHa === null ? 0n : parseHa(lot.paddyHa);
  const words =
    paddy === 0n
      ? t('facts.noPaddy')
      : paddy === parseHa(lot.areaHa)
        ? t('facts.allPaddy')
        : t('facts.partPaddy', {
            amount: `${format.area(lot.paddyHa ?? '0')} ${ui(`unit.${format.areaUnit}`)}`,
          });
  return (
    <div className={styles['block']}>
      <p className={styles['label']}>{ui('component.area')}</p>
      <Figure value={format.area(lot.areaHa)} unit={ui(`unit.${format.areaUnit}`)} size="l" />
      <p className={styles['note']}>
        {format.areaUnit === 'mu'
          ? `${t('facts.hectares', { ha: areaText(parseHa(lot.areaHa), 'ha') })}，`
          : ''}
        <b>{words}</b>
      </p>
    </div>
  );
}

function Capacity({ lot }: { lot: RoomLot }): ReactElement | null {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  if (lot.capacityKg === null) return null;
  const note = [
    ...(lot.qualityGrade === null ? [] : [t('facts.grade', { grade: lot.qualityGrade })]),
    ...(lot.kgPerMu === null ? [] : [t('facts.perMu', { kg: lot.kgPerMu })]),
  ];
  return (
    <div className={styles['block']}>
      <p className={styles['label']}>{ui('component.capacity')}</p>
      <Figure value={format.capacity(lot.capacityKg)} unit={ui('unit.kg')} size="sm" />
      {note.length > 0 ? <p className={styles['note']}>{note.join(' · ')}</p> : null}
    </div>
  );
}

function useRows(lot: RoomLot): DataRow[] {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const wan = (cny: string): string => `${wanText(parseCny(cny))} ${ui('unit.wan')}`;
  const perMu = lot.areaHa === null ? null : wanPerMuText(parseCny(lot.startPriceCny), parseHa(lot.areaHa));
  return [
    { key: 'seller', label: t('facts.seller'), value: lot.sellerName },
    { key: 'batch', label: t('facts.batch'), value: lot.batch },
    { key: 'start', label: t('facts.start'), value: wan(lot.startPriceCny) },
    ...(perMu === null
      ? []
      : [
          {
            key: 'perMu',
            label: '',
            value: <span className={styles['weak']}>{`${perMu} ${ui('unit.wanPerMu')}`}</span>,
          },
        ]),
    { key: 'step', label: t('facts.step'), value: wan(lot.stepCny) },
    ...(lot.ceilingCny === null
      ? []
      : [
          {
            key: 'ceiling',
            label: t('facts.ceiling'),
            value: <span className={styles['ceiling']}>{wan(lot.ceilingCny)}</span>,
          },
        ]),
    {
      key: 'reserve',
      label: t('facts.reserve'),
      value: t(lot.hasReserve ? 'facts.reserveSet' : 'facts.reserveNone'),
    },
    { key: 'deposit', label: t('facts.deposit'), value: wan(lot.depositCny) },
  ];
}

function CeilingRule({ lot }: { lot: RoomLot }): ReactElement | null {
  const { t } = useTranslation('bidding');
  if (lot.ceilingCny === null) return null;
  const words = { price: wanBrief(parseCny(lot.ceilingCny) as Fen), minutes: lot.windowMinutes };
  return (
    <Card>
      <h2 className={styles['ruleTitle']}>{t('ceilingRule.title')}</h2>
      <p className={styles['rule']}>
        {t(lot.drawCommitment ? 'ceilingRule.text' : 'ceilingRule.textNoCommitment', words)}
      </p>
      {lot.drawCommitment ? (
        <p className={styles['digest']} title={lot.drawCommitment}>
          {(lot.drawCommitment.slice(0, 16).match(/.{4}/g) ?? []).join(' ')} …
        </p>
      ) : null}
    </Card>
  );
}

/** Left column: what is sold, under which numbers and rules. */
export const LotFacts = memo(
  function LotFacts({ lot }: { lot: RoomLot }): ReactElement {
    const { t } = useTranslation('bidding');
    const rows = useRows(lot);
    return (
      <div className={styles['column']}>
        <Card>
          <Area lot={lot} />
          <Capacity lot={lot} />
          <DataList rows={rows} />
        </Card>
        <CeilingRule lot={lot} />
        <Card className={styles['links']}>
          <DataList
            rows={[
              {
                key: 'notice',
                label: <span className={styles['dark']}>{t('facts.notice')}</span>,
                value: <a href={lot.noticeHref}>{t('facts.open')}</a>,
              },
              {
                key: 'rules',
                label: <span className={styles['dark']}>{t('facts.rules')}</span>,
                value: <a href={lot.rulesHref}>{lot.policyVersion || t('facts.open')}</a>,
              },
            ]}
          />
        </Card>
      </div>
    );
  },
  // Bids come and go; what is sold stays the same.
  (before, now) => sameFields(before.lot, now.lot),
);
