import { openShare } from '@muheng/contracts/common/sealing';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../../lib/format/time.js';
import { usePreferences } from '../../../../lib/preferences.js';
import { tell } from '../../../../lib/problem.js';
import { hpke, keptHolderKey } from '../../../../lib/sealing.js';
import { useSession } from '../../../../lib/session.js';
import { uuidV7 } from '../../../../lib/uuid.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { DataList } from '../../../../ui/data-list.js';
import { fetchOwnShare, giveShare, sealedLogQuery } from '../../api/forms.js';
import { type Listing, noticeQuery } from '../../api/notice.js';
import styles from '../notice-page.module.css';
import { RevealBids } from './reveal-bids.js';

type Sealing = NonNullable<Listing['sealing']>;

/** A holder opens its own share on this machine and gives it; the second one opens every bid. */
function GiveShare({ listing, party }: { listing: Listing; party: string }): ReactElement {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  const cache = useQueryClient();
  const key = keptHolderKey(party);
  const give = useMutation({
    mutationFn: async (privateKey: string) => {
      const share = await openShare(hpke, privateKey, listing.id, await fetchOwnShare(listing.id));
      return giveShare(listing.id, share, uuidV7());
    },
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries(noticeQuery(listing.id)),
        cache.invalidateQueries(sealedLogQuery(listing.id)),
      ]),
  });
  if (key === null) return <p className={styles['hint']}>{t('forms.opening.elsewhere')}</p>;
  return (
    <>
      <Button look="primary" block size="tall" disabled={give.isPending} onClick={() => give.mutate(key)}>
        {t('forms.opening.give')}
      </Button>
      {give.error ? (
        <p className={styles['refused']} role="alert">
          {tell(give.error, language).sentence}
        </p>
      ) : null}
    </>
  );
}

/** The opening ceremony: who holds a share, who has given it, and, for a holder after the close, the button. */
export function OpeningPanel({ listing, sealing }: { listing: Listing; sealing: Sealing }): ReactElement {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  const session = useSession();
  const isZh = language === 'zh-CN';
  const isOver = sealing.tieOrder !== null && sealing.openedAt === null;
  const mine = sealing.holders.find((each) => each.party.code === session?.party.code);
  const lead = sealing.openedAt
    ? t(sealing.openedBy === 'shares' ? 'forms.opening.opened' : 'forms.opening.revealed', {
        at: shortStamp(sealing.openedAt),
      })
    : t(isOver ? 'forms.opening.due' : 'forms.opening.sealed');
  return (
    <Card title={t('forms.opening.title')}>
      <p className={styles['hint']}>{lead}</p>
      <DataList
        rows={sealing.holders.map(({ holder, party, givenAt }) => ({
          key: holder,
          label: `${t(`forms.opening.holder.${holder}`)} ${isZh ? party.nameZh : party.nameEn}`,
          value: givenAt ? `✓ ${shortStamp(givenAt)}` : t('forms.opening.waiting'),
        }))}
      />
      {isOver && mine?.givenAt === null ? <GiveShare listing={listing} party={mine.party.code} /> : null}
      {isOver && sealing.revealEndsAt !== null && session ? (
        <RevealBids listing={listing} until={sealing.revealEndsAt} />
      ) : null}
    </Card>
  );
}

/** Receipts from the close on, prices once opened; before that a bidder's own. */
export function SealedLogCard({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('listings');
  const log = useQuery(sealedLogQuery(listing.id));
  const items = log.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={t('forms.log.title')} aside={t('forms.log.count', { count: items.length })}>
      <ol className={styles['log']}>
        {items.map((line) => (
          <li key={line.id} className={line.voidReason === null ? undefined : styles['void']}>
            <span>
              #{line.seq}
              {line.bidderNo === null ? '' : ` · ${t('forms.log.bidder', { no: line.bidderNo })}`}
              {line.mine ? ` · ${t('forms.log.mine')}` : ''}
            </span>
            <span>
              {line.priceCny === null
                ? line.commitment.slice(0, 16)
                : [line.priceCny, ...(line.quantityHa === null ? [] : [`${line.quantityHa} ha`])].join(' · ')}
            </span>
            {line.voidReason === null ? null : (
              <span>
                {t('forms.log.void', {
                  reason: t(
                    `forms.log.voids.${line.voidReason.replace('bidding.', '')}` as 'forms.log.voids.not-on-step',
                    {
                      defaultValue: line.voidReason,
                    },
                  ),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
