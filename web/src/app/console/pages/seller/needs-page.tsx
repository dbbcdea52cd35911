import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NeedDialog } from '../../../../features/quota-bank/components/need-dialog.js';
import { NeedsCard } from '../../../../features/quota-bank/components/needs-card.js';
import { holdsRole } from '../../../../lib/session.js';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';

/** The registered needs of a unit, and the form for another. */
export function NeedsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const { code } = session.party;
  const [adding, setAdding] = useState(false);
  return (
    <DeskPage place="needs" title={t('title.needs')}>
      <NeedsCard party={code} {...(holdsRole(session, 'maker') ? { onAdd: () => setAdding(true) } : {})} />
      {adding ? <NeedDialog party={code} onClose={() => setAdding(false)} /> : null}
    </DeskPage>
  );
}
