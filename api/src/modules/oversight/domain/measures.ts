import { type Refused, refuse } from '@muheng/contracts/common/problems';

const certified: readonly string[] = ['certificate-issued', 'proceeds-distributed', 'completed'];

/** Whether a trade's certificate is out: from then on only a court undoes it (domain §8: a confirmed trade is final). */
export const isCertified = (tradeStatus: string): boolean => certified.includes(tradeStatus);

/** Null when a trade of this status may be annulled with this document. */
export function refuseAnnulment(tradeStatus: string, documentNo: string | null): Refused | null {
  return isCertified(tradeStatus) && !documentNo
    ? refuse('oversight.court-document-missing', undefined, '/documentNo')
    : null;
}
