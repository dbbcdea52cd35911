import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fullStamp } from '../../../lib/format/time.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import type { Listing } from '../api/listings.js';
import { quantitiesText } from './check-card.js';
import styles from './desk.module.css';
import { changedByListing } from './listing-actions.js';

/** New needs overtook the listing: what may remain, until when, and the answer (domain §8). */
export function BreachCard({
  listing,
  mayAnswer,
}: {
  listing: Listing;
  mayAnswer: boolean;
}): ReactElement | null {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const accept = useCommand<Listing>(changedByListing);
  const { breach } = listing;
  if (!breach) return null;
  const reduced =
    breach.reduced && quantitiesText(breach.reduced, ui('unit.kg'), ui('unit.ha'), ui('component.paddy'));
  return (
    <section className={`${styles['breach']} ${styles['stack']}`} role="alert">
      <h2>{t('breach.title')}</h2>
      <p>{reduced ? t('breach.offer', { text: reduced }) : t('breach.noOffer')}</p>
      {breach.decision ? <p>{t('breach.decided', { decision: breach.decision })}</p> : null}
      {breach.answerBy && !breach.decision ? (
        <p>{t(reduced ? 'breach.until' : 'breach.untilDecided', { at: fullStamp(breach.answerBy) })}</p>
      ) : null}
      <ToldBox told={accept.told} />
      {reduced && !breach.decision && mayAnswer ? (
        <p>
          <Button
            look="primary"
            disabled={accept.busy}
            onClick={() =>
              void accept.send(post('/listings/{id}/reduction', { params: { id: listing.id }, body: {} }))
            }
          >
            {t(accept.busy ? 'breach.accepting' : 'breach.accept')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
