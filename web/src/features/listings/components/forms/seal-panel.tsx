import { isRefused } from '@muheng/contracts/common/problems';
import { refuseSealedText } from '@muheng/contracts/common/sealed-bid';
import { sealBid } from '@muheng/contracts/common/sealing';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../lib/api-problem.js';
import { downloadText } from '../../../../lib/download.js';
import { usePreferences } from '../../../../lib/preferences.js';
import { tell } from '../../../../lib/problem.js';
import { canSeal, hpke, type KeptBid, keepBid, keptBids, newSalt } from '../../../../lib/sealing.js';
import type { Session } from '../../../../lib/session.js';
import { sha256Text } from '../../../../lib/sha256.js';
import { wireCny, wireHa } from '../../../../lib/typed.js';
import { uuidV7 } from '../../../../lib/uuid.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { TextField } from '../../../../ui/form/inputs.js';
import { sealedLogQuery, sendSealed } from '../../api/forms.js';
import type { Listing } from '../../api/notice.js';
import styles from '../notice-page.module.css';

/** Judges the bid here and seals it here: what leaves this machine says nothing about the price. */
async function sealAndSend(
  listing: Listing,
  bidder: string,
  content: { priceCny: string; quantityHa: string | null },
): Promise<KeptBid> {
  const refused = refuseSealedText(listing, content);
  if (refused && isRefused(refused)) {
    const { refused: code, params = {} } = refused;
    throw new ApiProblem({ status: 409, code, title: code, detail: '', params });
  }
  const sealed = { ...content, salt: newSalt() };
  const context = { listing: listing.id, bidder };
  const envelope = await sealBid(hpke, sha256Text, listing.sealing?.publicKey ?? '', context, sealed);
  const id = uuidV7();
  const { receiptText, signature } = await sendSealed(listing.id, envelope, id);
  const kept = { id, listing: listing.id, ...sealed, receiptText, signature };
  keepBid(kept);
  return kept;
}

function Kept({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('listings');
  const kept = keptBids(listing.id);
  if (kept.length === 0) return null;
  const save = (): void =>
    downloadText(`sealed-${listing.id}.json`, JSON.stringify(kept, null, 2), 'application/json');
  return (
    <>
      <p className={styles['hint']}>{t('forms.seal.kept', { count: kept.length })}</p>
      <Button onClick={save}>{t('forms.seal.save')}</Button>
    </>
  );
}

/** The ticket of a sealed auction. */
export function SealPanel({ listing, session }: { listing: Listing; session: Session }): ReactElement {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  const cache = useQueryClient();
  // A plan that is carried out links here with what it reckoned; the person looks at it and seals.
  const prepared = new URLSearchParams(window.location.search);
  const [price, setPrice] = useState(() => prepared.get('price') ?? '');
  const [area, setArea] = useState(() => prepared.get('area') ?? '');
  const isUniform = listing.form === 'sealed-uniform';
  const priceCny = wireCny(price);
  const quantityHa = isUniform ? wireHa(area) : null;
  const send = useMutation({
    mutationFn: (wire: string) => sealAndSend(listing, session.party.code, { priceCny: wire, quantityHa }),
    onSuccess: () => {
      setPrice('');
      return cache.invalidateQueries(sealedLogQuery(listing.id));
    },
  });
  const ready = priceCny !== null && (!isUniform || quantityHa !== null) && canSeal() && !send.isPending;
  return (
    <Card title={t('forms.seal.title')}>
      <p className={styles['hint']}>{canSeal() ? t('forms.seal.hint') : t('forms.seal.noCrypto')}</p>
      <div className={styles['fields']}>
        <TextField
          label={t(isUniform ? 'forms.seal.pricePerMu' : 'forms.seal.price')}
          unit={t('forms.seal.cny')}
          value={price}
          onChange={setPrice}
        />
        {isUniform ? (
          <TextField label={t('forms.seal.area')} unit={t('forms.seal.ha')} value={area} onChange={setArea} />
        ) : null}
      </div>
      <Button
        look="primary"
        size="tall"
        block
        disabled={!ready}
        onClick={() => (priceCny === null ? undefined : send.mutate(priceCny))}
      >
        {send.isPending ? t('forms.seal.sending') : t('forms.seal.act')}
      </Button>
      {send.error ? (
        <p className={styles['refused']} role="alert">
          {tell(send.error, language).sentence}
        </p>
      ) : null}
      {send.data ? (
        <p className={styles['hint']} role="status">
          {t('forms.seal.received', { signature: send.data.signature.slice(0, 16) })}
        </p>
      ) : null}
      <Kept listing={listing} />
    </Card>
  );
}
