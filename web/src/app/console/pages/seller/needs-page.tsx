import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FeesCard } from '../../../../features/quota-bank/components/fees-card.js';
import { KeyProjectsCard } from '../../../../features/quota-bank/components/key-projects-card.js';
import { NeedDialog } from '../../../../features/quota-bank/components/need-dialog.js';
import { NeedsCard } from '../../../../features/quota-bank/components/needs-card.js';
import { may } from '../../../../lib/may.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';

/** The registered needs of a unit, and the form for another. */
export function NeedsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const { code, kind } = session.party;
  const [adding, setAdding] = useState(false);
  return (
    <DeskPage place="needs" title={t('title.needs')}>
      <div className={styles['stack']}>
        <NeedsCard party={code} {...(may(session, 'post /needs') ? { onAdd: () => setAdding(true) } : {})} />
        {kind === 'county' ? (
          <FeesCard party={code} mayRecord={may(session, 'post /reclamation-fees')} />
        ) : null}
        <KeyProjectsCard mayAct={false} />
      </div>
      {adding ? <NeedDialog party={code} onClose={() => setAdding(false)} /> : null}
    </DeskPage>
  );
}
