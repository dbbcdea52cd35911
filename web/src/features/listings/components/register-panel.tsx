import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { tell } from '../../../lib/problem.js';
import { may } from '../../../lib/may.js';
import { hasRoom, salePage } from '../../../lib/sale-page.js';
import { type Session, useSession } from '../../../lib/session.js';
import { uuidV7 } from '../../../lib/uuid.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import type { Listing } from '../api/notice.js';
import { myRegistrationQuery, register, type Registration } from '../api/registration.js';
import { EligibilityNotes } from './eligibility-notes.js';
import styles from './notice-page.module.css';

/** What a buyer does with a notice: apply, pay the deposit, go in. Everyone else sees what it takes. */
export function RegisterPanel({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  const session = useSession();
  return (
    <Card title={t('register.title')}>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('register.deposit')}</dt>
          <dd>{t('register.wan', { amount: wanText(parseCny(listing.depositCny) as Fen) })}</dd>
        </div>
        {listing.timetable.depositCloseAt ? (
          <div>
            <dt>{t('register.until')}</dt>
            <dd>{shortStamp(listing.timetable.depositCloseAt)}</dd>
          </div>
        ) : null}
      </dl>
      {session ? <Apply listing={listing} session={session} /> : <SignInFirst listing={listing} />}
    </Card>
  );
}

function SignInFirst({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  return (
    <p className={styles['hint']}>
      <a href={`/login?next=/listings/${listing.id}`}>{t('register.signIn')}</a>
    </p>
  );
}

function Apply({ listing, session }: { listing: Listing; session: Session }): ReactElement {
  const { t } = useTranslation('listings');
  const mine = useQuery(myRegistrationQuery(listing.id));
  if (!may(session, 'post /listings/{id}/registrations'))
    return <p className={styles['hint']}>{t('register.notBidder')}</p>;
  if (mine.data) return <Standing registration={mine.data} listing={listing} />;
  return <ApplyButton listing={listing} />;
}

function ApplyButton({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  const cache = useQueryClient();
  // One key for one application, however often the button is pressed.
  const key = useRef(uuidV7());
  const apply = useMutation({
    mutationFn: () => register(listing.id, key.current),
    onSuccess: (made) => cache.setQueryData(myRegistrationQuery(listing.id).queryKey, made),
    onError: () => {
      key.current = uuidV7();
    },
  });
  return (
    <>
      <EligibilityNotes listingId={listing.id} />
      <p className={styles['hint']}>{t('register.hint')}</p>
      <Button look="primary" block size="tall" disabled={apply.isPending} onClick={() => apply.mutate()}>
        {apply.isPending ? t('register.sending') : t('register.apply')}
      </Button>
      {apply.error ? (
        <p className={styles['refused']} role="alert">
          {tell(apply.error, language).sentence}
        </p>
      ) : null}
    </>
  );
}

const entitled = new Set<Registration['status']>(['bidding-right', 'deposit-applied']);

function Standing({ registration, listing }: { registration: Registration; listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  if (entitled.has(registration.status)) {
    return (
      <p className={styles['hint']}>
        {t('register.entitled', { no: registration.bidderNo })}{' '}
        {hasRoom(listing.form) ? <a href={salePage(listing.id, listing.form)}>{t('notice.enter')}</a> : null}
      </p>
    );
  }
  return (
    <p className={styles['hint']}>
      {t('register.unpaid', { no: registration.bidderNo })} <a href="/buyer">{t('register.pay')}</a>
    </p>
  );
}
