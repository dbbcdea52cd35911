import type { SameKeys } from '../../../lib/messages.js';
import type { zhCn } from './zh-cn.js';

export const en: SameKeys<typeof zhCn> = {
  code: 'Verification code {{code}}',
  verdict: {
    valid: 'Genuine and in force',
    validHint: 'The register matches the code; nothing is written off and nothing revoked.',
    partly: 'Genuine, partly written off',
    partlyHint: 'The register matches the code; the certificate is not revoked.',
    used: 'Genuine, fully written off',
    usedHint: 'The quota was used for construction and cannot be used again.',
    revoked: 'This certificate is revoked',
    revokedHint: '{{reason}} ({{at}}).',
    expired: 'Genuine, but expired',
    expiredHint: 'Valid until {{at}}; it can no longer be used for the balance.',
  },
  rows: {
    number: 'Certificate',
    lot: 'Lot',
    parties: 'From / to',
    area: 'Farmland area',
    paddy: 'Paddy area',
    capacity: 'Grain capacity',
    issued: 'Issued',
    use: 'Use',
    digest: 'Digest',
    inMu: '= {{mu}} mu',
    useText: '{{used}} written off, {{left}} ha left',
    useLabel: '{{used}} ha written off, {{left}} ha left',
  },
  priorityHint:
    'The margin is what the seller has beyond its own needs and reserve. The digest stands in the audit log.',
  proof: 'Check its entry in the audit log',
  barsHint:
    "One bar for each of the 64 digits of the registered digest; the paper's head must look the same. No sign-in needed.",
  print: 'Print this page',
  ask: {
    title: 'Verify a certificate',
    hint: 'Type the code on the certificate, or scan its QR code. No sign-in needed.',
    label: 'Verification code',
    placeholder: 'e.g. 7K4M-92QD-XR5T',
    submit: 'Verify',
    malformed: 'A code has 12 letters and digits. Compare it with the certificate and try again.',
    unknown: 'This code is not in the register',
    unknownHint:
      'Compare it with the certificate and type it again; if it still fails, ask the issuing office.',
  },
  loading: 'Looking in the register',
};
