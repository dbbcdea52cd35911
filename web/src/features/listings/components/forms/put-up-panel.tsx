import { components } from '@muheng/contracts/common/component';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../../lib/api.js';
import { get, post } from '../../../../lib/call.js';
import { may } from '../../../../lib/may.js';
import { type Session, useSession } from '../../../../lib/session.js';
import { useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { ToldBox } from '../../../../ui/form/told-box.js';
import type { Listing } from '../../api/notice.js';
import { myRegistrationQuery, type Registration } from '../../api/registration.js';
import { putUp } from '../../model/put-up.js';
import styles from '../notice-page.module.css';

/** A second person of the seller certifies what was put up. */
function Waiting({ registration, session }: { registration: Registration; session: Session }): ReactElement {
  const { t } = useTranslation('listings');
  const certify = useCommand([['registrations', registration.listingId]]);
  return (
    <>
      <p className={styles['hint']}>{t('forms.putUp.waiting', { no: registration.bidderNo })}</p>
      {may(session, 'post /registrations/{id}/certificate') ? (
        <Button
          look="primary"
          size="tall"
          block
          disabled={certify.busy}
          onClick={() =>
            void certify.send(
              post('/registrations/{id}/certificate', { params: { id: registration.id }, body: {} }),
            )
          }
        >
          {t('forms.putUp.certify')}
        </Button>
      ) : null}
      <ToldBox told={certify.told} />
    </>
  );
}

function Choose({ listing, session }: { listing: Listing; session: Session }): ReactElement {
  const { t } = useTranslation('listings');
  const { t: ui } = useTranslation('ui');
  const owner = session.party.code;
  const lots = useQuery({
    queryKey: ['lots', owner, listing.quota, 'saleable'],
    queryFn: ({ signal }) =>
      apiGet(get('/lots', { query: { owner, quota: listing.quota, saleable: 'true', limit: 100 } }), signal),
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const apply = useCommand([['registrations', listing.id]]);
  const free = (lots.data?.items ?? []).map(({ id, number, balances }) => ({
    id,
    number,
    available: balances.available,
  }));
  const { items, missing } = putUp(
    listing.quantities,
    free.filter((lot) => chosen.has(lot.id)),
  );
  const short = components.find((component) => missing[component] > 0n);
  const toggle = (id: string): void =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));
  if (lots.data && free.length === 0) return <p className={styles['hint']}>{t('forms.putUp.none')}</p>;
  return (
    <>
      <p className={styles['hint']}>{t('forms.putUp.hint')}</p>
      {free.map(({ id, number, available }) => (
        <label key={id} className={styles['lot']}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
          <span>
            {number}
            <small>
              {available.areaHa} {ui('unit.ha')} · {available.capacityKg} {ui('unit.kg')}
            </small>
          </span>
        </label>
      ))}
      {chosen.size > 0 && short !== undefined ? (
        <p className={styles['hint']} role="status">
          {t('forms.putUp.short', {
            component: ui(`component.${short}`),
            missing:
              short === 'capacity'
                ? `${formatKg(missing[short])} ${ui('unit.kg')}`
                : `${formatHa(missing[short])} ${ui('unit.ha')}`,
          })}
        </p>
      ) : null}
      <Button
        look="primary"
        size="tall"
        block
        disabled={items.length === 0 || short !== undefined || apply.busy}
        onClick={() =>
          void apply.send(
            post('/listings/{id}/registrations', { params: { id: listing.id }, body: { items } }),
          )
        }
      >
        {t('forms.putUp.act')}
      </Button>
      <ToldBox told={apply.told} />
    </>
  );
}

/** What a seller does with a purchase before it may offer: put up lots, have them certified. */
export function PutUpPanel({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('listings');
  const session = useSession();
  const mine = useQuery({ ...myRegistrationQuery(listing.id), enabled: session != null });
  if (!session || mine.isLoading) return null;
  if (mine.data && mine.data.status !== 'applied' && mine.data.status !== 'qualified') return null;
  const isBidder = may(session, 'post /listings/{id}/registrations');
  return (
    <Card title={t('forms.putUp.title')}>
      {mine.data?.status === 'applied' ? <Waiting registration={mine.data} session={session} /> : null}
      {mine.data?.status === 'qualified' ? (
        <p className={styles['hint']}>
          {t('register.unpaid', { no: mine.data.bidderNo })} <a href="/buyer">{t('register.pay')}</a>
        </p>
      ) : null}
      {!mine.data && isBidder ? <Choose listing={listing} session={session} /> : null}
      {mine.data || isBidder ? null : <p className={styles['hint']}>{t('forms.putUp.notSeller')}</p>}
    </Card>
  );
}
