import type { registration } from '@muheng/contracts/bidding';
import { formatQuantities, quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { RegistrationRow } from '../persistence/registration.repository.js';

export type RegistrationView = z.input<typeof registration>;

const quantitiesOf = ({ area, paddy, capacity }: NonNullable<RegistrationRow['offered']>) =>
  quantities(BigInt(area), BigInt(paddy), BigInt(capacity));

/** A registration as its own party sees it. */
export const registrationView = (row: RegistrationRow): RegistrationView => ({
  id: row.id,
  listingId: row.listingId,
  listingNumber: row.listingNumber,
  listingTitle: row.listingTitle,
  listingStatus: row.listingStatus,
  bidderNo: row.bidderNo,
  status: row.status,
  depositCny: formatCny(row.deposit),
  depositCloseAt: row.depositCloseAt?.toISOString() ?? null,
  paymentId: row.paymentId,
  needId: row.needId,
  projectCode: row.projectCode,
  offered: row.offered && formatQuantities(quantitiesOf(row.offered)),
  enteredTimed: row.enteredTimed,
  acceptedCeilingAt: row.acceptedCeilingAt?.toISOString() ?? null,
  leading: row.leaderId === row.buyerId,
  registeredAt: row.registeredAt.toISOString(),
});
