import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MonthReportsCard } from '../../../../features/figures/components/month-reports-card.js';
import { AllowancesCard } from '../../../../features/quota-bank/components/allowances-card.js';
import { DeclarationCard } from '../../../../features/quota-bank/components/declaration-card.js';
import { DutiesCard } from '../../../../features/quota-bank/components/duties-card.js';
import { LedgerCard } from '../../../../features/quota-bank/components/ledger-card.js';
import { LoansCard } from '../../../../features/quota-bank/components/loans-card.js';
import { LotsCard } from '../../../../features/quota-bank/components/lots-table.js';
import { NeedsCard } from '../../../../features/quota-bank/components/needs-card.js';
import { SurveysCard } from '../../../../features/quota-bank/components/surveys-card.js';
import { UsesCard } from '../../../../features/quota-bank/components/uses-card.js';
import { YearlyUseCard } from '../../../../features/quota-bank/components/yearly-use-card.js';
import { may } from '../../../../lib/may.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { useState } from 'react';
import { Segmented } from '../../../../ui/segmented.js';
import { NeedDialog } from '../../../../features/quota-bank/components/need-dialog.js';

/** 指标库: what the unit holds, what claims it, and where it came from. */
export function BankPage(): ReactElement {
  const { t } = useTranslation('console');
  const { t: bank } = useTranslation('bank');
  const session = useDeskSession();
  const { code, kind } = session.party;
  const [quota, setQuota] = useState<'SFQ' | 'LSQ'>('SFQ');
  const [adding, setAdding] = useState(false);
  const county = kind === 'county';
  return (
    <DeskPage
      place="bank"
      title={t('title.bank')}
      actions={
        <Segmented
          label={bank('need.quota')}
          value={quota}
          options={(['SFQ', 'LSQ'] as const).map((value) => ({ value, text: bank(`quotaShort.${value}`) }))}
          onChange={setQuota}
        />
      }
    >
      <div className={styles['stack']}>
        <div className={county ? styles['wideNarrow'] : styles['stack']}>
          <LedgerCard party={code} quota={quota} />
          {county ? <DeclarationCard county={code} maySign={may(session, 'post /declarations')} /> : null}
        </div>
        <UsesCard
          party={code}
          quota={quota}
          mayEarmark={may(session, 'post /uses')}
          mayWriteOff={may(session, 'post /uses/{id}/write-off')}
        />
        {county ? (
          <>
            <LoansCard
              party={code}
              quota={quota}
              mayReturn={may(session, 'post /quota-loans/{id}/returns')}
            />
            <DutiesCard party={code} mayFulfil={may(session, 'post /replacements/{id}/fulfilments')} />
            {quota === 'SFQ' ? <AllowancesCard county={code} /> : null}
            <SurveysCard county={code} />
            <YearlyUseCard quota={quota} county={code} mayRecord={may(session, 'put /yearly-use')} />
          </>
        ) : null}
        <LotsCard party={code} quota={quota} />
        <NeedsCard party={code} {...(may(session, 'post /needs') ? { onAdd: () => setAdding(true) } : {})} />
        {county ? <MonthReportsCard mayOrder={false} /> : null}
      </div>
      {adding ? <NeedDialog party={code} onClose={() => setAdding(false)} /> : null}
    </DeskPage>
  );
}
