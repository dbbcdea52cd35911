import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMyListings } from '../../features/listings-desk/api/listings.js';
import { countyFirstQuery } from '../../features/quota-bank/api/bank.js';
import { useRegistrations, useTrades } from '../../features/trades/api/trades.js';
import { offersQuery } from '../../features/trades/api/wallet.js';
import { owesDeposit } from '../../features/trades/components/registrations-card.js';
import { sideOf } from '../../features/trades/model/trade-rail.js';
import { may } from '../../lib/may.js';
import { type Session } from '../../lib/session.js';
import type { Waiting } from './waiting-card.js';

/** Trades, deposits and offers to a runner-up that wait for this person, on either side. */
export function useSettlementWaiting(session: Session): Waiting[] {
  const { t } = useTranslation('console');
  const { code } = session.party;
  const trades = useTrades().data ?? [];
  const registrations = useRegistrations().data ?? [];
  const offers = useQuery(offersQuery).data?.items ?? [];
  const items: Waiting[] = [];
  for (const trade of trades) {
    const side = sideOf(trade, code);
    const href = `/trades/${trade.id}`;
    if (side !== null && trade.status === 'confirmed') {
      items.push({
        key: `sign-${trade.id}`,
        text: t('waiting.sign', { number: trade.number }),
        until: trade.contractDueAt,
        href,
      });
    }
    if (side === 'buyer' && trade.status === 'payment-due') {
      items.push({
        key: `pay-${trade.id}`,
        text: t('waiting.pay', { number: trade.number }),
        until: trade.paymentDueAt,
        href,
      });
    }
  }
  for (const one of registrations.filter(owesDeposit)) {
    items.push({
      key: `deposit-${one.id}`,
      text: t('waiting.deposit', { title: one.listingTitle }),
      until: one.depositCloseAt,
      href: '/buyer',
    });
  }
  for (const offer of offers.filter(({ state }) => state === 'open')) {
    items.push({
      key: `offer-${offer.id}`,
      text: t('waiting.offer', { title: offer.listingTitle }),
      until: offer.expiresAt,
      href: '/buyer',
    });
  }
  return items;
}

/** Drafts to certify and the declaration to sign, for those whose signature it takes. */
export function useSellerWaiting(session: Session): Waiting[] {
  const { t } = useTranslation('console');
  const { code, kind } = session.party;
  const drafts = useMyListings(['draft']).data ?? [];
  const county = kind === 'county';
  const declaration = useQuery({ ...countyFirstQuery(code, 'SFQ'), enabled: county }).data?.arithmetic
    .declaration;
  const checker = may(session, 'post /listings/{id}/certificate');
  return [
    ...(county && declaration && !declaration.valid && may(session, 'post /declarations')
      ? [{ key: 'declaration', text: t('waiting.declaration'), until: null, href: '/seller/bank' }]
      : []),
    ...(checker
      ? drafts.map((draft) => ({
          key: draft.id,
          text: t('waiting.certify', { title: draft.title }),
          until: null,
          href: `/seller/listings/${draft.id}`,
        }))
      : []),
  ];
}
