import type { PublicPlace } from '../ui/shell/public-shell.js';

/** Where the public bar leads (ux.md §4.1). A place joins when its page exists. */
export const publicPlaces: Partial<Record<PublicPlace, string>> = {
  atlas: '/',
  listings: '/listings',
  results: '/results',
  market: '/market',
  record: '/public',
  verify: '/verify',
  rules: '/rules',
};
