import { formatMu, parseCny, parseHa, parseKg } from '@muheng/contracts/common/quantity';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { capitalsText, wanPerMuText, wanText } from '../../../lib/format/money.js';
import { calendarFields, dateText } from '../../../lib/format/time.js';
import type { CertificateDocument, CertificateRow } from '../../../ui/paper/certificate.js';
import type { Verification } from '../api/verification.js';
import type { CertificateState, VerificationModel } from './verification.js';

const issuer = '自治区指标交易平台';
const titles = { SFQ: '补充耕地指标证书', LSQ: '增减挂钩节余指标证书' } as const;
const statements = {
  SFQ: '兹证明下列补充耕地指标已依规则公开成交，价款付清，并完成账户过户。凭本证书办理建设用地占补平衡核销。',
  LSQ: '兹证明下列增减挂钩节余指标已依规则公开成交，价款付清，并完成账户过户。凭本证书办理建新区用地报批。',
} as const;

const stateOf = (wire: Verification): CertificateState => {
  if (wire.status === 'used-up') return 'used';
  if (wire.status !== 'valid') return wire.status;
  return /[1-9]/.test(wire.used.areaHa + wire.used.capacityKg) ? 'partly' : 'valid';
};

/** The verification page's model from what the api tells; the paper is in Chinese, whatever the reader's language. */
export function verificationOf(wire: Verification, address: string): VerificationModel {
  return {
    code: wire.code,
    state: stateOf(wire),
    revocation: wire.revokedAt === null ? null : { reason: wire.revokeReason ?? '', at: wire.revokedAt },
    number: wire.number,
    lot: wire.listingNumber ?? wire.tradeNumber,
    seller: wire.sellerName,
    buyer: wire.buyerNameMasked,
    areaHa: wire.quantities.areaHa,
    paddyHa: wire.quantities.paddyHa,
    capacityKg: wire.quantities.capacityKg,
    writtenOffHa: wire.used.areaHa,
    issuedAt: wire.issuedAt,
    issuer,
    validUntil: wire.validUntil,
    fileDigest: wire.pdfSha256,
    document: documentOf(wire, address),
    priority: wire.priority,
  };
}

function documentOf(wire: Verification, address: string): CertificateDocument {
  return {
    title: titles[wire.quota],
    number: wire.number,
    statement: statements[wire.quota],
    rows: rowsOf(wire),
    issuer,
    issuedOn: inWords(wire.issuedAt),
    digest: wire.digest,
    verifyUrl: `${address}/verify/${wire.code}`,
  };
}

function rowsOf(wire: Verification): CertificateRow[] {
  const { quantities } = wire;
  const area = parseHa(quantities.areaHa);
  const price = parseCny(wire.priceCny);
  const perMu = wanPerMuText(price, area);
  return [
    { key: 'seller', label: '转出方', text: wire.sellerName },
    { key: 'buyer', label: '转入方', text: `${wire.buyerNameMasked}（公开版已隐名）` },
    {
      key: 'area',
      label: '耕地数量',
      strong: `${areaText(area, 'ha')} 公顷`,
      text: `（${formatMu(area)} 亩）`,
    },
    { key: 'paddy', label: '水田规模', text: `${quantities.paddyHa} 公顷` },
    {
      key: 'capacity',
      label: '粮食产能',
      strong: `${capacityText(parseKg(quantities.capacityKg), true)} 公斤`,
    },
    {
      key: 'price',
      label: '成交价款',
      strong: `${wanText(price)} 万元`,
      ...(perMu === null ? {} : { text: `（${perMu} 万元/亩）` }),
    },
    { key: 'capitals', label: '大写', text: capitalsText(price) },
    {
      key: 'validity',
      label: '有效期',
      text: wire.validUntil === null ? '长期' : `至 ${dateText(wire.validUntil)}`,
    },
  ];
}

const digits = '〇一二三四五六七八九';

/** 2026-12-18 → 二〇二六年十二月十八日. */
function inWords(at: string): string {
  const { year, month, day } = calendarFields(at);
  const each = [...year].map((digit) => digits[Number(digit)]).join('');
  return `${each}年${upTo31(month)}月${upTo31(day)}日`;
}

function upTo31(text: string): string {
  const ones = digits[Number(text.at(-1))] ?? '';
  if (text.length === 1) return ones;
  const tens = text.startsWith('1') ? '' : (digits[Number(text[0])] ?? '');
  return `${tens}十${ones === '〇' ? '' : ones}`;
}
