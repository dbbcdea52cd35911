import type { CertificateDocument } from '../../../ui/paper/certificate.js';
import type { PriorityProofModel } from '../../../ui/priority-proof.js';

export type CertificateState = 'valid' | 'partly' | 'used' | 'revoked' | 'expired';

/** What anyone may see of a certificate; quantities as on the wire, the buyer masked. */
export interface VerificationModel {
  code: string;
  state: CertificateState;
  /** For a revoked certificate: why and when. */
  revocation: { reason: string; at: string } | null;
  number: string;
  lot: string;
  seller: string;
  /** Masked by the server: the page never receives the full name. */
  buyer: string;
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
  writtenOffHa: string;
  issuedAt: string;
  issuer: string;
  validUntil: string | null;
  /** SHA-256 of the issued PDF, 64 hex digits; null while the file is being made. */
  fileDigest: string | null;
  document: CertificateDocument;
  /** Null for certificates from before there were any. */
  priority: PriorityProofModel | null;
}

const alphabet = /^[0-9A-Z]{12}$/;

/** `" 7k4m 92qdxr5t"` → `"7K4M-92QD-XR5T"`; null when it cannot be a code. */
export function readCode(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  return alphabet.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : null;
}
