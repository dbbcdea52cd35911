import type { SameKeys } from '../../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  title: 'Search and go',
  placeholder: 'Pages, counties, listing or certificate numbers, settings …',
  searching: 'Searching …',
  nothing: 'Nothing found. Try other words, or the whole number.',
  certificates: 'Certificate',
  verify: 'Verify {{code}}',
  listings: 'Listings',
  places: 'Pages',
  atlas: 'Flows and monthly prices',
  practice: 'Practice',
  own: { notifications: 'Notices', tasks: 'Tasks', settings: 'Settings' },
  counties: 'Counties',
  reading: 'Reading',
  toEnglish: 'Switch to English',
  toChinese: 'Switch to 中文',
  toLight: 'Light theme',
  toDark: 'Dark theme',
  toLarge: 'Large type',
  toNormal: 'Normal type',
  toHectares: 'Areas in hectares',
  toMu: 'Areas in mu',
  keys: '↑ ↓ choose · Enter goes · Esc closes',
};
