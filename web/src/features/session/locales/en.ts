import type { SameKeys } from '../../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  title: 'Sign in',
  lead: 'Use the account that your unit gave you. Each desk sees and handles its own matters only.',
  login: 'User name',
  password: 'Password',
  submit: 'Sign in',
  working: 'Signing in',
  loginMissing: 'Enter the user name.',
  passwordMissing: 'Enter the password.',
  demoTitle: 'This is a demo market',
  demoHint:
    'All data is invented. Choose a person to enter their desk with one click; sign out at any time to be another.',
  filling: 'The demo market is being built, {{done}} of {{total}}; people appear as it goes.',
  fillingLabel: 'Progress of the demo market',
  search: 'Find a unit or a role',
  noneTitle: 'Nobody matches',
  noneHint: 'Try another word: the name or code of a county, or a role.',
  noPeople: 'The demo market has nobody yet',
  found: '{{count}} people',
  enter: 'Enter as {{name}}',
  desk: {
    seller: 'Counties (selling and buying)',
    buyer: 'Buyers',
    city: 'Cities',
    region: 'Region',
    finance: 'Region finance',
    operator: 'Exchange operator',
  },
  role: {
    maker: 'Maker',
    checker: 'Checker',
    approver: 'Approver',
    bidder: 'Bidder',
    finance: 'Finance',
    regulator: 'Regulator',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
  account: {
    party: 'Unit',
    roles: 'Roles',
    signOut: 'Sign out',
    change: 'Be somebody else',
  },
};
