import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import type { Command } from '../../../lib/use-command.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import type { Listing } from '../api/listings.js';
import { ceremonyOf } from '../model/sealing-ceremony.js';
import { mayBeWithdrawn } from '../model/status.js';
import { useWords } from '../model/use-words.js';
import { ReasonDialog } from './reason-dialog.js';

/** What a command about a listing makes stale. */
export const changedByListing = [
  ['my-listings'],
  ['listings'],
  ['my-approvals'],
  ['lots'],
  ['accounts'],
  ['county-first'],
  ['overview'],
] as const;

interface CertifyProps {
  listing: Listing;
  /** The page keeps the command, for it shows the refusal with its arithmetic. */
  certify: Command<Listing>;
  onRefused: () => void;
}

/** The second person's signature. A refusal by county-first closes the dialog: the page shows it whole. */
export function CertifyButton({ listing, certify, onRefused }: CertifyProps): ReactElement {
  const { t } = useTranslation('desk');
  const word = useWords(listing.form === 'reverse-purchase');
  const [open, setOpen] = useState(false);
  const send = async (statement: string): Promise<boolean> => {
    const isSealed = listing.form.startsWith('sealed-');
    const sealing = isSealed ? await ceremonyOf(listing) : null;
    const done = await certify.send(
      post('/listings/{id}/certificate', {
        params: { id: listing.id },
        body: { ...(statement && { statement }), ...(sealing && { sealing }) },
      }),
    );
    if (done) setOpen(false);
    else onRefused();
    return done !== null;
  };
  const countyFirst = certify.told?.code.startsWith('county-first.') === true;
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('file.certify')}
      </Button>
      {open && !countyFirst ? (
        <ReasonDialog
          about={`certificate.${listing.id}`}
          title={word('file.certifyTitle')}
          lead={word('file.certifyLead')}
          label={t('file.statement')}
          told={certify.told}
          busy={certify.busy}
          submit={t('file.certify')}
          working={word('file.certifying')}
          onSubmit={send}
          onClose={() => {
            setOpen(false);
            certify.clear();
          }}
        />
      ) : null}
    </>
  );
}

/** Takes the listing back before the first bid; absent afterwards. */
export function WithdrawButton({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('desk');
  const word = useWords(listing.form === 'reverse-purchase');
  const [open, setOpen] = useState(false);
  const withdraw = useCommand<Listing>(changedByListing);
  if (!mayBeWithdrawn(listing.status, listing.bidCount)) return null;
  const send = async (reason: string): Promise<boolean> => {
    const call = post('/listings/{id}/withdrawal', { params: { id: listing.id }, body: { reason } });
    const done = await withdraw.send(call);
    if (done) setOpen(false);
    return done !== null;
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{word('file.withdraw')}</Button>
      {open ? (
        <ReasonDialog
          required
          about={`withdrawal.${listing.id}`}
          title={word('file.withdrawTitle')}
          lead={word('file.withdrawLead')}
          label={t('file.reason')}
          told={withdraw.told}
          busy={withdraw.busy}
          submit={word('file.withdraw')}
          working={t('file.withdrawing')}
          onSubmit={send}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
