import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Form } from '../../../ui/form/form.js';
import { TextAreaField } from '../../../ui/form/inputs.js';
import type { Listing } from '../api/listings.js';
import styles from './desk.module.css';
import { changedByListing } from './listing-actions.js';

type Decision = 'approved' | 'rejected';

/** Who has an interest says so; the answer is a refusal, and from now on only a colleague may sign. */
function StandAside({
  listing,
  decide,
}: {
  listing: Listing;
  decide: ReturnType<typeof useCommand<Listing>>;
}): ReactElement {
  const { t } = useTranslation('desk');
  const body = { decision: 'rejected', reason: t('approvals.standAside'), interest: 'held' } as const;
  return (
    <p className={styles['declared']}>
      <Button
        look="link"
        size="dense"
        disabled={decide.busy}
        onClick={() =>
          void decide.send(post('/listings/{id}/approvals', { params: { id: listing.id }, body }))
        }
      >
        {t('approvals.standAside')}
      </Button>
    </p>
  );
}

/** The signature of a lane: yes or back, always with words. */
export function DecisionCard({
  listing,
  onDone,
}: {
  listing: Listing;
  onDone: (listing: Listing) => void;
}): ReactElement {
  const { t } = useTranslation('desk');
  const [reason, setReason, forget] = useTyped(`approval.${listing.id}`, '');
  const [tried, setTried] = useState(false);
  const [unbiased, setUnbiased] = useState(false);
  const decide = useCommand<Listing>(changedByListing);
  const send = async (decision: Decision): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const interest = unbiased ? { interest: 'none' as const } : {};
    const body = { decision, reason: reason.trim(), ...interest };
    const done = await decide.send(post('/listings/{id}/approvals', { params: { id: listing.id }, body }));
    if (!done) return;
    forget();
    onDone(done);
  };
  const missing = tried && reason.trim() === '';
  return (
    <Card title={t('approvals.decide')}>
      <Form
        onSubmit={() => void send('approved')}
        told={decide.told}
        shown={['/reason']}
        actions={
          <>
            <Button disabled={decide.busy} onClick={() => void send('rejected')}>
              {t('approvals.reject')}
            </Button>
            <Button look="primary" type="submit" disabled={decide.busy}>
              {t(decide.busy ? 'approvals.sending' : 'approvals.approve')}
            </Button>
          </>
        }
      >
        <TextAreaField
          label={t('approvals.reason')}
          hint={
            reason === '' ? (
              <>
                {t('approvals.reasonHint')}{' '}
                <Button look="link" size="dense" onClick={() => setReason(t('approvals.approveReason'))}>
                  {t('approvals.approveReason')}
                </Button>
              </>
            ) : (
              t('approvals.reasonHint')
            )
          }
          maxLength={500}
          value={reason}
          error={missing ? t('file.reasonMissing') : decide.told?.fields['/reason']}
          onChange={setReason}
        />
        <label className={styles['declared']}>
          <input type="checkbox" checked={unbiased} onChange={(event) => setUnbiased(event.target.checked)} />
          <span>{t('approvals.interest')}</span>
        </label>
        <StandAside listing={listing} decide={decide} />
      </Form>
    </Card>
  );
}
