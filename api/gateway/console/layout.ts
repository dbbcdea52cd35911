import { Html, html } from './html.js';

const STYLE = `
:root{--bg:#f2f4ef;--surface:#fff;--muted:#e9ede6;--line:#dadfd7;--control:#838e86;--ink:#15201b;--ink2:#3f4b45;
--ink3:#5a665f;--primary:#0e5750;--on-primary:#fff;--up:#b0231b;--up-tint:#fbeae7;--down:#1b6b3c;--down-tint:#e4f1e7;
--wait:#7d4e00;--wait-tint:#faefd9;--notice:#2a5785;--notice-tint:#e6eef6}
@media (prefers-color-scheme:dark){:root{--bg:#0d1311;--surface:#151d1a;--muted:#243029;--line:#2b3832;--control:#728078;
--ink:#eaf0ec;--ink2:#bcc8c1;--ink3:#93a199;--primary:#63c2b2;--on-primary:#06201c;--up:#ff8a7d;--up-tint:#3a1c19;
--down:#6fcb8f;--down-tint:#16301f;--wait:#e8b45c;--wait-tint:#33270f;--notice:#8db8e6;--notice-tint:#182838}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:14px/22px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",
sans-serif;font-variant-numeric:tabular-nums lining-nums}
a{color:var(--primary);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
header{background:var(--surface);border-bottom:1px solid var(--line)}
header div,main{max-width:1120px;margin:0 auto;padding:0 24px}
header div{display:flex;gap:12px;align-items:center;min-height:56px;flex-wrap:wrap}
header strong{font-size:16px}
.mode{background:var(--wait-tint);color:var(--wait);border-radius:3px;padding:0 8px;font-size:12px;line-height:20px}
nav{display:flex;flex-wrap:wrap;gap:4px 16px;padding:20px 0 0}
nav a[aria-current]{color:var(--ink);font-weight:700;border-bottom:2px solid var(--primary)}
main{padding-bottom:40px}
h1{font-size:28px;line-height:36px;margin:20px 0 12px;overflow-wrap:anywhere}h2{font-size:16px;line-height:24px;margin:24px 0 8px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:12px}
.sheet{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:12px 16px}
.sheet small,.dim{color:var(--ink3);font-size:12px}.figure{font-size:26px;line-height:32px;font-weight:700}
.scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:20px}
th{text-align:left;color:var(--ink3);font-weight:400;font-size:12px}
th,td{padding:6px 12px;border-bottom:1px solid var(--line);white-space:nowrap}tr:last-child td{border-bottom:0}
.right{text-align:right}code,pre{font:12px/18px ui-monospace,Menlo,Consolas,monospace}
pre{margin:0;padding:12px 16px;overflow-x:auto}
.chip{border-radius:3px;padding:0 6px;font-size:12px;background:var(--muted);color:var(--ink2)}
.good{background:var(--down-tint);color:var(--down)}.bad{background:var(--up-tint);color:var(--up)}
.wait{background:var(--wait-tint);color:var(--wait)}.info{background:var(--notice-tint);color:var(--notice)}
button{font:inherit;min-height:36px;padding:4px 16px;border-radius:4px;border:1px solid var(--primary);
background:var(--primary);color:var(--on-primary);cursor:pointer;margin-right:8px}
button.plain{background:transparent;color:var(--ink);border-color:var(--control)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:8px 20px;margin:0}dt{color:var(--ink3)}dd{margin:0;overflow-wrap:anywhere}
.figure{white-space:nowrap}
@media (max-width:480px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}
`;

/** The kinds that the console lists, in both tongues. */
export const SECTIONS = [
  ['payment_intent', '付款', 'Payments'],
  ['charge', '扣款', 'Charges'],
  ['refund', '退款', 'Refunds'],
  ['transfer', '划转', 'Transfers'],
  ['payout', '出款', 'Payouts'],
  ['balance_transaction', '资金流水', 'Balance transactions'],
  ['customer', '客户', 'Customers'],
  ['payment_method', '支付方式', 'Payment methods'],
  ['event', '事件', 'Events'],
  ['webhook_endpoint', '回调地址', 'Webhook endpoints'],
] as const;

function navigation(current: string): Html {
  const link = (href: string, label: string, here: boolean): Html =>
    here ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`;
  return html`<nav aria-label="Sections">${link('/', '概览 Overview', current === '')}
    ${SECTIONS.map(([kind, zh, en]) => link(`/console/${kind}`, `${zh} ${en}`, current === kind))}</nav>`;
}

/** A whole page. `section` is the kind that it shows; undefined leaves the navigation out, for the payer. */
export function page(title: string, section: string | undefined, content: Html): string {
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title} · 支付网关</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${new Html(STYLE)}</style></head>
<body><header><div><strong>支付网关 Payment gateway</strong><span class="mode">测试 Test: no real money</span></div></header>
<main>${section === undefined ? null : navigation(section)}<h1>${title}</h1>${content}</main></body></html>`
    .text;
}
