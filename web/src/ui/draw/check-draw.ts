import { type DrawRecord, faultsOfDraw } from '@muheng/contracts/common/draw';
import { sha256Text } from '../../lib/sha256.js';

/**
 * Runs a published draw again on this machine, and holds it against what the notice promised before anybody could know
 * the candidates: a record that fits itself but not the promise is a forgery too. Answers the fields that do not fit.
 */
export const checkDraw = (promised: string, record: DrawRecord): string[] => {
  const faults: string[] = faultsOfDraw(sha256Text, record);
  const isOther = record.commitment !== promised;
  return isOther && !faults.includes('commitment') ? ['commitment', ...faults] : faults;
};
