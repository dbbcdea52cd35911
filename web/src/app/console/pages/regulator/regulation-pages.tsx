import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FiguresView } from '../../../../features/figures/components/figures-view.js';
import { MonthReportsCard } from '../../../../features/figures/components/month-reports-card.js';
import { CaseEvidence, DecideButton } from '../../../../features/oversight/components/case-parts.js';
import { decisionWord } from '../../../../features/oversight/model/alert-words.js';
import { caseQuery } from '../../../../features/regulation/api/regulation.js';
import { CalendarCard } from '../../../../features/regulation/components/calendar-card.js';
import { CaseView } from '../../../../features/regulation/components/case-view.js';
import { ComplaintsCard } from '../../../../features/regulation/components/complaints-card.js';
import { MeasuresCard } from '../../../../features/regulation/components/measures-card.js';
import { StudioCard } from '../../../../features/regulation/components/studio-card.js';
import { may } from '../../../../lib/may.js';
import { Loaded } from '../../../../ui/states/loaded.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';

/** 监管统计: what the scope holds and moves. */
export function FiguresPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const mayOrder = may(session, 'post /month-reports');
  return (
    <DeskPage place="figures" title={t('title.figures')}>
      <FiguresView reports={<MonthReportsCard mayOrder={mayOrder} />} />
    </DeskPage>
  );
}

/** 规则版本. */
export function StudioPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="studio" title={t('title.studio')}>
      <div className={styles['stack']}>
        <StudioCard mayAct={may(session, 'post /policy/versions')} />
        <CalendarCard maySet={may(session, 'put /calendar')} />
      </div>
    </DeskPage>
  );
}

/** 监管措施. */
export function MeasuresPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="measures" title={t('title.measures')}>
      <MeasuresCard mayAct={may(session, 'post /measures')} />
    </DeskPage>
  );
}

/** 异议与举报 of the region. */
export function ComplaintsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const decides = may(session, 'post /objections/{id}/decision');
  return (
    <DeskPage place="complaints" title={t('title.complaints')}>
      <ComplaintsCard me={decides ? session.party.code : null} />
    </DeskPage>
  );
}

/** 预警案卷. */
export function CasePage(): ReactElement {
  const { t } = useTranslation('console');
  const { t: oversight } = useTranslation('oversight');
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(caseQuery(id));
  const decides = may(useDeskSession(), 'post /alerts/{id}/decisions');
  return (
    <DeskPage
      place="alerts"
      path={{ text: t('title.alerts'), href: '/reg/alerts' }}
      title={query.data ? oversight(`code.${query.data.alert.code}`) : t('title.case')}
    >
      <Loaded query={query}>
        {(file) => (
          <CaseView
            file={file}
            evidence={<CaseEvidence alert={file.alert} />}
            outcome={decisionWord(file.alert, oversight)}
            decide={decides ? <DecideButton alert={file.alert} /> : null}
          />
        )}
      </Loaded>
    </DeskPage>
  );
}
