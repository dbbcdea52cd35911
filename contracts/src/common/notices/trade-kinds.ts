import { type Audience, type NoticeKind, traders } from './notice-kind.js';

const page = '/trades/{tradeId}';
const seller: Audience = { of: 'party', who: 'seller', roles: traders, page };
const buyer: Audience = { of: 'party', who: 'buyer', roles: traders, page };
const payers = ['bidder', 'finance', 'maker'] as const;
const finance = ['maker', 'finance'] as const;
const releasing = ['checker', 'finance'] as const;
const payer: Audience = { of: 'party', who: 'buyer', roles: payers, page };

/** From the award to the certificate, and the money on the way. */
export const tradeKinds = {
  'bid.won': {
    topic: 'trades',
    mail: true,
    audiences: [buyer],
    'zh-CN': '恭喜，您竞得 {listing}“{title}”，成交价 {priceCny} 元；公示至 {untilAt}。',
    en: 'You won {listing}, "{title}", at CNY {priceCny}. Objections may be raised until {untilAt}.',
  },
  'trade.contract': {
    topic: 'trades',
    mail: true,
    asks: true,
    audiences: [buyer, seller],
    'zh-CN': '交易 {trade} 公示期满，请在 {dueAt} 前签订合同。',
    en: 'Trade {trade} stands. Sign the contract by {dueAt}.',
  },
  'trade.contract-soon': {
    topic: 'trades',
    mail: true,
    asks: true,
    audiences: [buyer, seller],
    'zh-CN': '交易 {trade} 的合同尚未签齐，期限 {dueAt}。',
    en: 'The contract of trade {trade} is not signed by both yet. It is due by {dueAt}.',
  },
  'trade.balance-due': {
    topic: 'money',
    mail: true,
    asks: true,
    audiences: [payer],
    'zh-CN': '交易 {trade} 合同已签，请在 {dueAt} 前支付余款。',
    en: 'The contract of trade {trade} is signed. Pay the balance by {dueAt}.',
  },
  'trade.balance-soon': {
    topic: 'money',
    mail: true,
    asks: true,
    audiences: [payer],
    'zh-CN': '交易 {trade} 的余款将在三个工作日内到期：{dueAt}。',
    en: 'The balance of trade {trade} falls due within three working days: {dueAt}.',
  },
  'trade.balance-late': {
    topic: 'money',
    mail: true,
    asks: true,
    audiences: [payer, seller],
    'zh-CN': '交易 {trade} 的余款已逾期（应付 {dueAt}），逾期费按日计算。',
    en: 'The balance of trade {trade} is late (it was due {dueAt}). A late charge grows by the day.',
  },
  'trade.paid': {
    topic: 'money',
    mail: true,
    audiences: [seller, buyer],
    'zh-CN': '交易 {trade} 的价款已到账，指标将过户。',
    en: 'The price of trade {trade} has been paid. The quota moves next.',
  },
  'certificate.issued': {
    topic: 'trades',
    mail: true,
    audiences: [buyer, seller],
    'zh-CN': '交易 {trade} 的指标证书已签发。',
    en: 'The certificate of trade {trade} has been issued.',
  },
  'trade.completed': {
    topic: 'trades',
    mail: false,
    audiences: [seller, buyer],
    'zh-CN': '交易 {trade} 已完成。',
    en: 'Trade {trade} is complete.',
  },
  'trade.objection': {
    topic: 'trades',
    mail: true,
    audiences: [buyer, seller],
    'zh-CN': '交易 {trade} 有异议，处理完毕前暂停。',
    en: 'An objection was raised to trade {trade}. It waits until that is decided.',
  },
  'trade.resumed': {
    topic: 'trades',
    mail: true,
    audiences: [buyer, seller],
    'zh-CN': '交易 {trade} 的异议已处理，重新公示至 {untilAt}。',
    en: 'The objection to trade {trade} is decided. It is published again until {untilAt}.',
  },
  'trade.defaulted': {
    topic: 'trades',
    mail: true,
    audiences: [buyer, seller],
    'zh-CN': '交易 {trade} 因违约终止。',
    en: 'Trade {trade} has ended in default.',
  },
  'trade.annulled': {
    topic: 'trades',
    mail: true,
    audiences: [buyer, seller],
    'zh-CN': '交易 {trade} 已被撤销。',
    en: 'Trade {trade} has been annulled.',
  },
  'runner-up.offered': {
    topic: 'trades',
    mail: true,
    asks: true,
    audiences: [{ of: 'party', who: 'party', roles: ['bidder', 'maker'], page: '/buyer' }],
    'zh-CN': '{listing} 的竞得人违约，您可按 {priceCny} 元递补，请在 {dueAt} 前答复。',
    en: 'The winner of {listing} defaulted. You may step in at CNY {priceCny}; answer by {dueAt}.',
  },
  'deposit.received': {
    topic: 'money',
    mail: true,
    audiences: [{ of: 'party', who: 'party', roles: payers, page: '/auctions/{listingId}' }],
    'zh-CN': '{listing} 的保证金 {amountCny} 元已到账。',
    en: 'Your deposit of CNY {amountCny} for {listing} has arrived.',
  },
  'deposit.returned': {
    topic: 'money',
    mail: true,
    audiences: [{ of: 'party', who: 'party', roles: payers, page: '/buyer/wallet' }],
    'zh-CN': '{amountCny} 元已退还至您的账户。',
    en: 'CNY {amountCny} has been returned to your account.',
  },
  'wallet.received': {
    topic: 'money',
    mail: true,
    audiences: [{ of: 'party', who: 'party', roles: payers, page: '/buyer/wallet' }],
    'zh-CN': '保证金账户收到 {amountCny} 元。',
    en: 'CNY {amountCny} has arrived in your deposit wallet.',
  },
  'payment.received': {
    topic: 'money',
    mail: true,
    audiences: [{ of: 'party', who: 'party', roles: payers, page: '/buyer/trades' }],
    'zh-CN': '您支付的 {amountCny} 元已到账。',
    en: 'Your payment of CNY {amountCny} has arrived.',
  },
  'payment.failed': {
    topic: 'money',
    mail: true,
    audiences: [{ of: 'party', who: 'party', roles: payers, page: '/buyer/trades' }],
    'zh-CN': '一笔 {amountCny} 元的付款未成功，请重新支付。',
    en: 'A payment of CNY {amountCny} did not succeed. Please pay again.',
  },
  'payout.waits': {
    topic: 'money',
    mail: false,
    asks: true,
    audiences: [{ of: 'watch', kinds: ['region-finance'], roles: finance, page: '/finance' }],
    'zh-CN': '交易 {trade} 的价款待编制拨付。',
    en: 'The proceeds of trade {trade} wait to be prepared.',
  },
  'payout.prepared': {
    topic: 'money',
    mail: false,
    asks: true,
    audiences: [{ of: 'watch', kinds: ['region-finance'], roles: releasing, page: '/finance' }],
    'zh-CN': '交易 {trade} 的拨付待复核放款。',
    en: 'A payout of trade {trade} waits to be released by a second person.',
  },
  'payout.failed': {
    topic: 'money',
    mail: true,
    asks: true,
    audiences: [{ of: 'watch', kinds: ['region-finance'], roles: finance, page: '/finance' }],
    'zh-CN': '交易 {trade} 的一笔拨付被退回，请核对后重新编制。',
    en: 'A payout of trade {trade} came back. Check it and prepare it again.',
  },
  'payout.paid': {
    topic: 'money',
    mail: true,
    audiences: [{ of: 'party', who: 'party', roles: traders, page }],
    'zh-CN': '交易 {trade} 的价款已拨付 {amountCny} 元。',
    en: 'CNY {amountCny} of the proceeds of trade {trade} has been paid out.',
  },
} as const satisfies Record<string, NoticeKind>;
