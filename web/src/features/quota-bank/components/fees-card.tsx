import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { wireCny, wireHa } from '../../../lib/typed.js';
import { Button } from '../../../ui/button.js';
import { useFees } from '../api/papers.js';
import { FieldsDialog } from './fields-dialog.js';
import { ListCard, useName } from './list-card.js';
import styles from './quota-bank.module.css';

const lands = ['general', 'basic'] as const;

/** 耕地开垦费: paid where no local project can make good what is occupied. */
export function FeesCard({
  party,
  mayRecord = false,
}: {
  party?: string;
  mayRecord?: boolean;
}): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ListCard
        title={t('papers.fees')}
        empty={t('papers.noFees')}
        feed={useFees(party)}
        rowKey={(row) => row.id}
        action={
          mayRecord ? (
            <Button size="dense" look="primary" onClick={() => setAdding(true)}>
              {t('papers.feeAdd')}
            </Button>
          ) : null
        }
        columns={[
          {
            key: 'project',
            head: t('uses.project'),
            title: true,
            cell: (row) => (
              <span className={styles['named']}>
                <span>{row.projectName}</span>
                <span>
                  {row.projectCode} · {name(row.party)}
                </span>
              </span>
            ),
          },
          {
            key: 'area',
            head: t('papers.feeArea'),
            figure: true,
            cell: (row) => (
              <span className={styles['lines']}>
                <span>{groupDigits(row.areaHa)}</span>
                <span>{t(`papers.feeLands.${row.basicFarmland ? 'basic' : 'general'}`)}</span>
              </span>
            ),
          },
          {
            key: 'amount',
            head: t('papers.feeAmount'),
            figure: true,
            cell: (row) => groupDigits(row.amountCny),
          },
          { key: 'receipt', head: t('papers.feeReceipt'), cell: (row) => row.receiptNo },
          { key: 'paid', head: t('papers.feePaidOn'), cell: (row) => row.paidOn },
        ]}
      />
      {adding ? <FeeDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

/** What was paid, for what, by which receipt. */
function FeeDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const amount = (text: string): string | undefined =>
    wireCny(text) === null ? t('papers.notCny') : undefined;
  return (
    <FieldsDialog
      about="reclamation-fee"
      title={t('papers.feeTitle')}
      lead={t('papers.feeLead')}
      submit={t('papers.feeAdd')}
      changes={[['reclamation-fees']]}
      fields={[
        { key: 'projectCode', label: t('uses.projectCode'), maxLength: 60 },
        { key: 'projectName', label: t('uses.projectName'), maxLength: 120 },
        {
          key: 'areaHa',
          label: t('papers.feeArea'),
          fault: (text) => (wireHa(text) === null ? t('need.notHa') : undefined),
        },
        {
          key: 'land',
          label: t('papers.feeLand'),
          options: lands.map((value) => ({ value, text: t(`papers.feeLands.${value}`) })),
        },
        { key: 'cnyPerMu', label: t('papers.feeRate'), fault: amount },
        { key: 'paidOn', label: t('papers.feePaidOn'), kind: 'date' },
        { key: 'receiptNo', label: t('papers.feeReceipt'), maxLength: 80 },
      ]}
      call={({ land, ...words }) => {
        const [areaHa, cnyPerMu] = [wireHa(words.areaHa), wireCny(words.cnyPerMu)];
        if (areaHa === null || cnyPerMu === null) return null;
        return post('/reclamation-fees', {
          body: { ...words, areaHa, cnyPerMu, basicFarmland: land === 'basic' },
        });
      }}
      onClose={onClose}
    />
  );
}
