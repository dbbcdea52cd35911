import type { VerificationModel } from '../../../features/verification/model/verification.js';
import type { FileCheck } from '../../../ui/hash-drop/check-file.js';

const digest = '8374c724788bcf140e7b36d3ba1d9d1a6256bf42643de0a9dbf65d0c283b6a55';
const fileDigest = '8106c58a3fe739a23b0b021fd47b3303fd1d614613ac8a9036374606e132706e';

/** The verification page of picture h. */
export const verification: VerificationModel = {
  code: '7K4M-92QD-XR5T',
  state: 'valid',
  revocation: null,
  number: 'NX-SFQ-2026-000123',
  lot: '彭阳县补充耕地指标 SFQ-2026-640425-001',
  seller: '彭阳县',
  buyer: '宁东＊＊＊＊会',
  areaHa: '60.8544',
  paddyHa: '0.0000',
  capacityKg: '365126.4000',
  writtenOffHa: '0.0000',
  issuedAt: '2026-12-18T10:02:16+08:00',
  issuer: '自治区指标交易平台',
  validUntil: '2028-12-17T23:59:59+08:00',
  fileDigest,
  priority: null,
  document: {
    title: '补充耕地指标证书',
    number: 'NX-SFQ-2026-000123',
    statement:
      '兹证明下列补充耕地指标已依规则公开成交，价款付清，并完成账户过户。凭本证书办理建设用地占补平衡核销。',
    rows: [
      { key: 'seller', label: '转出方', text: '彭阳县' },
      { key: 'buyer', label: '转入方', text: '宁东＊＊＊＊会（公开版已隐名）' },
      { key: 'area', label: '耕地数量', strong: '60.8544 公顷', text: '（912.8160 亩）' },
      { key: 'paddy', label: '水田规模', text: '0.0000 公顷' },
      { key: 'capacity', label: '粮食产能', strong: '365,126.4000 公斤', text: '，12 等' },
      { key: 'price', label: '成交价款', strong: '5,248.6920 万元', text: '（5.75 万元/亩）' },
      { key: 'capitals', label: '大写', text: '伍仟贰佰肆拾捌万陆仟玖佰贰拾元整' },
      { key: 'validity', label: '有效期', text: '至 2028 年 12 月 17 日' },
    ],
    issuer: '自治区指标交易平台',
    issuedOn: '二〇二六年十二月十八日',
    digest,
    verifyUrl: 'https://muheng.example/verify/7K4M-92QD-XR5T',
  },
};

export const finishedCheck: FileCheck = {
  state: 'match',
  name: '000123-证书.pdf',
  bytes: 110_592,
  milliseconds: 12,
  digest: fileDigest,
};
