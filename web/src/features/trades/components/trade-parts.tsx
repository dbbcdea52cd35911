import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { capitalsText, wanText, yuanText } from '../../../lib/format/money.js';
import { fullStamp } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Card } from '../../../ui/card.js';
import { DataList, type DataRow } from '../../../ui/data-list.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { usePayee } from '../../../ui/payee.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Trade } from '../api/trades.js';
import { mustSign } from '../model/trade-rail.js';
import { parseQuantities } from '@muheng/contracts/common/component';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { useNameOf } from '../../../lib/names.js';
import styles from './trades.module.css';

const changed = [['trades'], ['money'], ['lots'], ['accounts']] as const;

/** Who sold what to whom, for how much. */
export function TradeFacts({ trade }: { trade: Trade }): ReactElement {
  const { t } = useTranslation('trades');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const nameOf = useNameOf();
  const wan = (cny: string): string => t('facts.wan', { text: wanText(parseCny(cny)) });
  const { area, paddy, capacity } = parseQuantities(trade.quantities);
  const quantities = [
    area > 0n ? `${areaText(area, 'ha')} ${ui('unit.ha')}` : null,
    paddy > 0n ? `${ui('component.paddy')} ${areaText(paddy, 'ha')} ${ui('unit.ha')}` : null,
    capacity > 0n ? `${capacityText(capacity)} ${ui('unit.kg')}` : null,
  ].filter(Boolean);
  const rows: DataRow[] = [
    { key: 'listing', label: t('facts.listing'), value: trade.listingNumber ?? trade.listingTitle },
    { key: 'seller', label: t('facts.seller'), value: nameOf(trade.seller) },
    { key: 'buyer', label: t('facts.buyer'), value: nameOf(trade.buyer) },
    { key: 'quantities', label: t('facts.quantities'), value: quantities.join(' · ') },
    { key: 'price', label: t('facts.price'), value: <b>{wan(trade.priceCny)}</b> },
    ...(language === 'zh-CN'
      ? [{ key: 'capitals', label: t('facts.capitals'), value: capitalsText(parseCny(trade.priceCny)) }]
      : []),
    { key: 'deposit', label: t('facts.deposit'), value: wan(trade.depositCny) },
    ...(trade.balance
      ? [{ key: 'balance', label: t('facts.balance'), value: wan(trade.balance.amountCny) }]
      : []),
    ...(parseCny(trade.lateChargeCny) > 0n
      ? [{ key: 'late', label: t('facts.late'), value: wan(trade.lateChargeCny) }]
      : []),
    ...(trade.contractDueAt
      ? [{ key: 'contract', label: t('facts.contractDue'), value: fullStamp(trade.contractDueAt) }]
      : []),
    ...(trade.paymentDueAt
      ? [{ key: 'payment', label: t('facts.paymentDue'), value: fullStamp(trade.paymentDueAt) }]
      : []),
  ];
  return (
    <Card title={t('facts.title')}>
      <DataList rows={rows} />
    </Card>
  );
}

/** The two signatures of the contract, and the reader's own. */
export function SignCard({
  trade,
  party,
  maySign,
}: {
  trade: Trade;
  party: string;
  maySign: boolean;
}): ReactElement {
  const { t } = useTranslation('trades');
  const sign = useCommand<Trade>(changed);
  const row = (side: 'seller' | 'buyer'): DataRow => {
    const signature = trade.signatures[side];
    return {
      key: side,
      label: t(`sign.${side}`),
      value: signature ? (
        <span>✓ {t('sign.done', { name: signature.byName, at: fullStamp(signature.at) })}</span>
      ) : (
        <StatusChip tone="wait">{t('sign.waiting')}</StatusChip>
      ),
    };
  };
  const early = trade.confirmedAt === null;
  return (
    <Card title={t('sign.title')}>
      <div className={styles['stack']}>
        <DataList rows={[row('seller'), row('buyer')]} />
        {early ? <p className={styles['hint']}>{t('sign.early')}</p> : null}
        {mustSign(trade, party) && maySign ? (
          <>
            <p className={styles['hint']}>{t('sign.lead')}</p>
            <p>
              <Button
                look="primary"
                disabled={sign.busy}
                onClick={() =>
                  void sign.send(post('/trades/{id}/signatures', { params: { id: trade.id }, body: {} }))
                }
              >
                {t(sign.busy ? 'sign.working' : 'sign.button')}
              </Button>
            </p>
          </>
        ) : null}
        <ToldBox told={sign.told} />
      </div>
    </Card>
  );
}

/** Where the money goes, line by line as the rules split it. */
export function ProceedsCard({ trade }: { trade: Trade }): ReactElement {
  const { t, i18n } = useTranslation('trades');
  const payee = usePayee();
  const state = (code: string): string =>
    i18n.exists(`trades:payouts.states.${code}`) ? i18n.t(`trades:payouts.states.${code}`) : code;
  return (
    <Card flush title={t('proceeds.title')}>
      {trade.proceeds.length === 0 ? (
        <p className={styles['inset']}>{t('proceeds.empty')}</p>
      ) : (
        <DataTable
          caption={t('proceeds.caption')}
          rows={trade.proceeds}
          rowKey={(row) => row.payoutId}
          columns={[
            { key: 'to', head: t('proceeds.to'), title: true, cell: (row) => payee(row.to) },
            {
              key: 'amount',
              head: t('proceeds.amount'),
              figure: true,
              cell: (row) => yuanText(parseCny(row.amountCny)),
            },
            { key: 'state', head: t('proceeds.state'), cell: (row) => state(row.state) },
          ]}
        />
      )}
    </Card>
  );
}

/** The certificate: number, code, paper, and the public page that checks it. */
export function CertificateCard({ trade }: { trade: Trade }): ReactElement {
  const { t } = useTranslation('trades');
  const { certificate } = trade;
  return (
    <Card title={t('certificate.title')}>
      {certificate ? (
        <div className={styles['stack']}>
          <DataList
            rows={[
              { key: 'number', label: t('certificate.number'), value: <b>{certificate.number}</b> },
              { key: 'code', label: t('certificate.code'), value: <b>{certificate.code}</b> },
            ]}
          />
          <p className={styles['buttons']}>
            {certificate.rendered ? (
              <ButtonLink
                look="primary"
                href={apiUrl(get('/certificates/{id}/document', { params: { id: certificate.id } }))}
                download={`${certificate.number}.pdf`}
              >
                {t('certificate.download')}
              </ButtonLink>
            ) : (
              <span role="status">{t('certificate.rendering')}…</span>
            )}
            <ButtonLink href={`/verify/${certificate.code}`}>{t('certificate.verify')}</ButtonLink>
          </p>
        </div>
      ) : (
        <p className={styles['hint']}>{t('certificate.none')}</p>
      )}
    </Card>
  );
}
