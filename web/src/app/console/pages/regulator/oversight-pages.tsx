import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertsCard } from '../../../../features/oversight/components/alerts-card.js';
import { FindingsCard } from '../../../../features/oversight/components/findings-card.js';
import { ReconcileNow, RunsCard } from '../../../../features/oversight/components/reconciliation-runs.js';
import { ImportHistory } from '../../../../features/quota-bank/components/import-history.js';
import { ImportPanel } from '../../../../features/quota-bank/components/import-panel.js';
import { NeedsCard } from '../../../../features/quota-bank/components/needs-card.js';
import { PayoutsCard } from '../../../../features/trades/components/payouts-card.js';
import { StatementsCard } from '../../../../features/trades/components/statements-card.js';
import { ThresholdsCard } from '../../../../features/oversight/components/thresholds-card.js';
import { may } from '../../../../lib/may.js';
import { holdsRole } from '../../../../lib/session.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';

/** 预警: everything that was raised in the reader's scope. */
export function AlertsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="alerts" title={t('title.alerts')}>
      <div className={styles['stack']}>
        <AlertsCard mayDecide={may(session, 'post /alerts/{id}/decisions')} />
        {may(session, 'get /surveillance/settings') ? (
          <ThresholdsCard mayTune={may(session, 'put /surveillance/settings')} />
        ) : null}
      </div>
    </DeskPage>
  );
}

/** 账实核对: run it, read it, see what stands. */
export function ReconciliationPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const [id, setId] = useState<string | null>(null);
  return (
    <DeskPage place="reconciliation" title={t('title.reconciliation')}>
      <div className={styles['stack']}>
        <ReconcileNow key={id ?? 'none'} id={id} onStarted={setId} />
        {may(session, 'get /statements') ? (
          <StatementsCard mayUpload={may(session, 'post /statements/bank')} />
        ) : null}
        <FindingsCard />
        <RunsCard onOpen={setId} />
      </div>
    </DeskPage>
  );
}

/** 项目入库: files of accepted projects, and the needs whose category the region confirms. */
export function ImportsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const [id, setId] = useState<string | null>(null);
  return (
    <DeskPage place="imports" title={t('title.imports')}>
      <div className={styles['stack']}>
        {may(session, 'post /project-imports') || id !== null ? (
          <ImportPanel id={id} onStarted={setId} />
        ) : null}
        <ImportHistory onOpen={setId} />
        <NeedsCard mayConfirm={may(session, 'post /needs/{id}/confirmations')} />
      </div>
    </DeskPage>
  );
}

/** 收益拨付 by two people of region finance. */
export function PayoutsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="payouts" title={t('title.payouts')}>
      {/* Both may do either by right; who makes and who checks is by office, so that nobody is offered both. */}
      <PayoutsCard mayPrepare={holdsRole(session, 'maker')} mayRelease={holdsRole(session, 'checker')} />
    </DeskPage>
  );
}
