import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordPatch } from '../../../features/oversight/components/record-patch.js';
import { AllowancesCard } from '../../../features/quota-bank/components/allowances-card.js';
import { ActsCard, FreezesCard } from '../../../features/quota-bank/components/control-cards.js';
import { DutiesCard } from '../../../features/quota-bank/components/duties-card.js';
import { FamilyView } from '../../../features/quota-bank/components/family-view.js';
import { FeesCard } from '../../../features/quota-bank/components/fees-card.js';
import { KeyProjectsCard } from '../../../features/quota-bank/components/key-projects-card.js';
import { LoansCard } from '../../../features/quota-bank/components/loans-card.js';
import { ProjectRecordView } from '../../../features/quota-bank/components/project-record-view.js';
import { ProjectsCard } from '../../../features/quota-bank/components/projects-card.js';
import { SurveysCard } from '../../../features/quota-bank/components/surveys-card.js';
import { YearlyUseCard } from '../../../features/quota-bank/components/yearly-use-card.js';
import { may } from '../../../lib/may.js';
import { Segmented } from '../../../ui/segmented.js';
import styles from '../console.module.css';
import { DeskPage } from '../desk-page.js';
import { useDeskSession } from '../desk-session.js';
import { type PlaceKey, placesOf } from '../places.js';

/** The place under which a page of the bank is shown to whoever reads it: their bank, their projects, or their desk. */
function useBankPlace(): PlaceKey {
  const places = placesOf(useDeskSession()).map((place) => place.key);
  const wanted: readonly PlaceKey[] = ['projects', 'bank', 'cockpit', 'reconciliation'];
  return wanted.find((key) => places.includes(key)) ?? 'reconciliation';
}

/** 项目: from the filing to the bank. */
export function ProjectsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="projects" title={t('title.projects')}>
      <ProjectsCard mayFile={may(session, 'post /project-filings')} />
    </DeskPage>
  );
}

/** One project with its whole record. */
export function ProjectPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const place = useBankPlace();
  const { number = '' } = useParams({ strict: false });
  const { kind } = session.party;
  const reader = {
    mayAct: may(session, 'post /projects/{number}/steps'),
    isOwner: kind === 'county',
    isRegion: kind === 'region-department',
  };
  return (
    <DeskPage
      place={place}
      title={t('title.project')}
      actions={may(session, 'post /satellite-patches') ? <RecordPatch projectNumber={number} /> : null}
    >
      <ProjectRecordView key={number} number={number} reader={reader} />
    </DeskPage>
  );
}

/** 谱系: every square metre from where it came to who used it. */
export function FamilyPage(): ReactElement {
  const { t } = useTranslation('console');
  const place = useBankPlace();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const text = (key: string): string | undefined => {
    const value = search[key];
    return value === undefined ? undefined : String(value);
  };
  const [project, lot, use] = [text('project'), text('lot'), text('use')];
  return (
    <DeskPage place={place} title={t('title.family')}>
      <FamilyView by={{ ...(project && { project }), ...(lot && { lot }), ...(use && { use }) }} />
    </DeskPage>
  );
}

/** 指标管控 of the region: freezes, deductions, pool and reserve, loans, replacement duties. */
export function ControlPage(): ReactElement {
  const { t } = useTranslation('console');
  const { t: bank } = useTranslation('bank');
  const session = useDeskSession();
  const [quota, setQuota] = useState<'SFQ' | 'LSQ'>('SFQ');
  return (
    <DeskPage
      place="control"
      title={t('title.control')}
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
        <FreezesCard quota={quota} mayAct={may(session, 'post /measures')} />
        <ActsCard quota={quota} mayAct={may(session, 'post /quota-acts')} />
        <LoansCard quota={quota} mayLend={may(session, 'post /quota-loans')} />
        <DutiesCard mayFind={may(session, 'post /projects/{number}/defects')} />
        <SurveysCard mayRecord={may(session, 'post /surveys')} />
        <YearlyUseCard quota={quota} mayRecord={may(session, 'put /yearly-use')} />
        <AllowancesCard maySettle={may(session, 'put /allowances')} />
        <KeyProjectsCard mayAct={may(session, 'post /key-projects')} />
        <FeesCard />
      </div>
    </DeskPage>
  );
}
