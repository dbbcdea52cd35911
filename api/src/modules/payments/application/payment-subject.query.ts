import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import type { PaymentSubject as SubjectType } from '../domain/payment-states.js';

/** What a payment was for, so that news of it reaches the module whose business it is. */
@Injectable()
export class PaymentSubject {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(paymentId: string): Promise<{ type: SubjectType; id: string } | null> {
    return this.unitOfWork.readMarket(async (tx) => {
      const [row] = await tx.query<{ type: SubjectType; id: string }>(
        'select subject_type as type, subject_id as id from payment where id = $1',
        [paymentId],
      );
      return row ?? null;
    });
  }
}
