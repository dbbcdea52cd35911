export const zhCn = {
  title: '成交公示',
  listing: '标的',
  buyer: '受让方',
  from: '出让方 {{seller}}',
  area: '面积（亩）',
  price: '成交价（万元）',
  perMu: '万元/亩',
  bidders: '竞买人',
  closed: '成交时间',
  objections: '异议至 {{at}}',
  empty: '还没有成交。',
  more: '更多成交',
} as const;
