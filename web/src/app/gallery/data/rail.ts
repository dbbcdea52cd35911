import type { RailItem } from '../../../ui/shell/rail.js';

export const sellerRail: RailItem[] = [
  { key: 'desk', icon: 'desk', label: '工作台', href: '/seller' },
  { key: 'bank', icon: 'bank', label: '指标库', href: '/seller/bank' },
  { key: 'listings', icon: 'gavel', label: '挂牌', href: '/seller/listings', badge: 1 },
  { key: 'needs', icon: 'plus', label: '需求', href: '/seller/needs' },
  { key: 'auctions', icon: 'eye', label: '竞价', href: '/seller/auctions' },
  { key: 'deals', icon: 'balance', label: '协议', href: '/seller/deals' },
  { key: 'settlement', icon: 'money', label: '结算', href: '/seller/settlement' },
  { key: 'certificates', icon: 'certificate', label: '证书', href: '/seller/certificates' },
  { key: 'unit', icon: 'person', label: '单位', href: '/seller/unit' },
];
