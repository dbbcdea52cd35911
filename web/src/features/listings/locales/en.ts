import type { SameKeys } from '../../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  refused: {
    path: 'Listings',
    chip: 'Not certified',
    judgedAt: 'Judged {{at}} · rules {{version}}',
    print: 'Print the account',
    headline: '{{component}} exceeds the surplus by {{amount}} {{unit}}: this lot cannot be listed',
    headlineMany: '{{count}} components exceed the surplus: this lot cannot be listed',
    headlineOther: 'A condition is not met: this lot cannot be listed',
    rule: 'County first: each component must cover the county’s needs and reserve; only the surplus may be sold.',
    passed: '{{names}} passed',
    failed: '{{names}} did not',
    componentShort: { area: 'Area', paddy: 'Paddy', capacity: 'Capacity' },
    waysTitle: 'What you can do',
    adopt: 'Adopt and judge again',
    adopting: 'Judging',
    needsTitle: 'Where the county’s need comes from',
    needsHint: 'uncovered in the next {{months}} months',
    needsProject: 'Registered project',
    needsArea: 'Area (ha)',
    needsPaddy: 'Paddy (ha)',
    needsCapacity: 'Capacity (kg)',
    needsTotal: 'Total',
    needsFoot: 'Needs are registered by the county and sampled by the city; a correction is counted at once.',
    needsEmpty: 'No registered project is uncovered',
    checksTitle: 'Five conditions',
    checkPassed: 'met',
    checkFailed: 'not met',
  },
};
