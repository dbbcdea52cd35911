import type { SameKeys } from '../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  notFound: {
    title: 'There is no such page',
    hint: 'The address may be mistyped, or the page has moved.',
    home: 'Back to the front page',
  },
  filling: 'Building the demo market',
};
