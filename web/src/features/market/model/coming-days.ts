import { dateText, epoch, minuteText } from '../../../lib/format/time.js';
import type { WorkingDay } from '../../../ui/working-days-strip.js';
import type { ListingSummary } from '../api/current-listings.js';

const dayMs = 86_400_000;
const daysShown = 5;
const weekend = new Set([0, 6]);

const weekdays = (chinese: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(chinese ? 'zh-CN' : 'en', { weekday: 'short', timeZone: 'Asia/Shanghai' });

/** Day of the week in Shanghai, 0 for Sunday: eight hours ahead of UTC, all year. */
const weekdayOf = (at: number): number => new Date(at + 28_800_000).getUTCDay();

/** What the next five weekdays bring: openings and ends of bidding. */
export function comingDays(listings: readonly ListingSummary[], now: number, chinese: boolean): WorkingDay[] {
  const names = weekdays(chinese);
  const days: WorkingDay[] = [];
  for (let at = now; days.length < daysShown; at += dayMs) {
    if (weekend.has(weekdayOf(at))) continue;
    const date = dateText(at);
    days.push({
      date,
      day: date.slice(8),
      weekday: names.format(at),
      today: date === dateText(now),
      events: eventsOn(date, listings, now, chinese),
    });
  }
  return days;
}

function eventsOn(
  date: string,
  listings: readonly ListingSummary[],
  now: number,
  chinese: boolean,
): WorkingDay['events'] {
  return listings.flatMap((listing) => {
    const name = (chinese ? listing.seller.nameZh : listing.seller.nameEn).replace(/[县区市]$/, '');
    const event = (at: string | null, words: string, live = false): WorkingDay['events'] =>
      at === null || dateText(at) !== date || epoch(at) < now
        ? []
        : [
            {
              key: `${listing.id}${words}`,
              text: `${name} ${minuteText(at)} ${words}`,
              live,
              href: `/listings/${listing.id}`,
            },
          ];
    const timed = listing.status === 'timed-bidding' || listing.status === 'ceiling-reached';
    return [
      ...event(listing.status === 'notice' ? listing.opensAt : null, chinese ? '开始报价' : 'opens'),
      ...event(
        listing.status === 'listing-open' ? listing.listingEndsAt : null,
        chinese ? '挂牌截止' : 'listing ends',
      ),
      ...event(timed ? listing.closesAt : null, chinese ? '限时竞价' : 'timed bidding', true),
    ];
  });
}
