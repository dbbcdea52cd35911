/** How long what is kept, why, and what becomes of it: the written schedule, by which the worker sweeps. */

interface Words {
  'zh-CN': string;
  en: string;
}

export interface RetentionRule {
  what: Words;
  /** Days after `from`; null: never. */
  days: number | null;
  from: Words;
  act: 'deleted' | 'erased' | 'kept';
  /** The law, or what it is needed for. */
  basis: Words;
}

const pipl: Words = {
  'zh-CN': '《个人信息保护法》第十九条：保存期限为实现处理目的所必要的最短时间',
  en: 'Personal Information Protection Law, art. 19: no longer than its purpose needs',
};
const archives: Words = {
  'zh-CN': '《会计档案管理办法》与交易监管：账目与成交记录永久保存',
  en: 'Accounting archives rules and market supervision: books and trades are kept for good',
};
const proof: Words = {
  'zh-CN': '审计链的证明依赖于每一条记录',
  en: 'The proofs of the audit chain rest on every row',
};
const none: Words = { 'zh-CN': '—', en: '—' };

export const retentionRules = {
  'idempotency-keys': {
    what: { 'zh-CN': '操作的幂等键与当时的答复', en: 'Keys of commands and the answers that were given' },
    days: 90,
    from: { 'zh-CN': '操作之时', en: 'the command' },
    act: 'deleted',
    basis: {
      'zh-CN': '仅供重试；过期后同一键视为新操作',
      en: 'For retries only; after that the same key is a new command',
    },
  },
  sessions: {
    what: { 'zh-CN': '登录会话', en: 'Sign-in sessions' },
    days: 180,
    from: { 'zh-CN': '会话结束或到期', en: 'the end of the session' },
    act: 'deleted',
    basis: {
      'zh-CN': '《网络安全法》第二十一条：日志留存不少于六个月；不记录网络地址',
      en: 'Cybersecurity Law, art. 21: logs for six months; network addresses are never recorded',
    },
  },
  'notices-read': {
    what: { 'zh-CN': '已读或已办结的通知', en: 'Notices that were read or are done' },
    days: 180,
    from: { 'zh-CN': '通知之时', en: 'the notice' },
    act: 'deleted',
    basis: pipl,
  },
  'notices-unread': {
    what: { 'zh-CN': '未读通知', en: 'Notices that were not read' },
    days: 365,
    from: { 'zh-CN': '通知之时', en: 'the notice' },
    act: 'deleted',
    basis: pipl,
  },
  reminders: {
    what: { 'zh-CN': '已提醒的记录', en: 'Marks of reminders that were given' },
    days: 800,
    from: { 'zh-CN': '提醒之时', en: 'the reminder' },
    act: 'deleted',
    basis: {
      'zh-CN': '防止重复提醒；每年的提醒以此判断',
      en: 'So that nobody is reminded twice, of what comes yearly too',
    },
  },
  mails: {
    what: { 'zh-CN': '电子邮件的投递记录与地址', en: 'Records of e-mails, with their addresses' },
    days: 90,
    from: { 'zh-CN': '邮件产生', en: 'the mail' },
    act: 'deleted',
    basis: pipl,
  },
  'unconfirmed-addresses': {
    what: { 'zh-CN': '未确认的邮箱地址', en: 'E-mail addresses that were never confirmed' },
    days: 30,
    from: { 'zh-CN': '填写之时', en: 'when it was given' },
    act: 'erased',
    basis: pipl,
  },
  'addresses-of-leavers': {
    what: { 'zh-CN': '停用人员的邮箱地址', en: 'E-mail addresses of people who have left' },
    days: 30,
    from: { 'zh-CN': '停用之时', en: 'when they left' },
    act: 'erased',
    basis: pipl,
  },
  'webhook-deliveries': {
    what: {
      'zh-CN': 'Webhook 投递记录（正文不保存，可由公开变更重新投递）',
      en: 'Deliveries by webhook (no bodies; the public changes can be sent again)',
    },
    days: 90,
    from: { 'zh-CN': '末次投递', en: 'the last try' },
    act: 'deleted',
    basis: { 'zh-CN': '供接收方排查', en: 'For the receiver to find faults by' },
  },
  'notice-deliveries': {
    what: {
      'zh-CN': '经 Webhook 投递的通知及其记录',
      en: 'Notices that went out by webhook, and what became of them',
    },
    days: 90,
    from: { 'zh-CN': '末次投递', en: 'the last try' },
    act: 'deleted',
    basis: { 'zh-CN': '供接收方排查', en: 'For the receiver to find faults by' },
  },
  'reporter-contacts': {
    what: { 'zh-CN': '举报人与异议人的联系方式', en: 'Contacts of those who reported or objected' },
    days: 365,
    from: { 'zh-CN': '答复之时', en: 'the answer' },
    act: 'erased',
    basis: pipl,
  },
  'plans-not-used': {
    what: { 'zh-CN': '未执行的配单方案', en: 'Plans that nobody carried out' },
    days: 730,
    from: { 'zh-CN': '测算之时', en: 'when it was made' },
    act: 'deleted',
    basis: { 'zh-CN': '仅供买方参考', en: 'Of use to the buyer only' },
  },
  'practice-rooms': {
    what: {
      'zh-CN': '演练房间与参与者自取的名字',
      en: 'Practice rooms, with the names that people gave themselves',
    },
    days: 2,
    from: { 'zh-CN': '房间到期', en: 'the end of the room' },
    act: 'deleted',
    basis: pipl,
  },
  'troubled-jobs': {
    what: { 'zh-CN': '未隔离的任务失败记录', en: 'Counts of failures of jobs that are not quarantined' },
    days: 90,
    from: { 'zh-CN': '末次失败', en: 'the last failure' },
    act: 'deleted',
    basis: { 'zh-CN': '供运维排查', en: 'For the operator to find faults by' },
  },
  ledger: {
    what: { 'zh-CN': '账簿、批次、资金收付', en: 'The ledger, lots, and money in and out' },
    days: null,
    from: none,
    act: 'kept',
    basis: archives,
  },
  trades: {
    what: { 'zh-CN': '公告、报价、成交、合同、证书', en: 'Notices, bids, trades, contracts, certificates' },
    days: null,
    from: none,
    act: 'kept',
    basis: archives,
  },
  audit: {
    what: { 'zh-CN': '审计日志及其检查点', en: 'The audit log and its checkpoints' },
    days: null,
    from: none,
    act: 'kept',
    basis: proof,
  },
  publications: {
    what: { 'zh-CN': '公开变更、暂停与公示', en: 'Public changes, suspensions and results' },
    days: null,
    from: none,
    act: 'kept',
    basis: {
      'zh-CN': '《政府信息公开条例》：公开的内容地址长期有效',
      en: 'Open government information rules: what was published keeps its address',
    },
  },
} as const satisfies Record<string, RetentionRule>;

export type RetentionKey = keyof typeof retentionRules;
export const retentionKeys = Object.keys(retentionRules) as RetentionKey[];
