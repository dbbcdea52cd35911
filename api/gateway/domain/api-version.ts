/** The version of Stripe's API that objects are written in when a caller names none. */
export const API_VERSION = '2026-10-28.endive';
