/** The one payment of a subject that is under way or done, for the subject's module. */
export {
  findLivePayment,
  findLivePayments,
  findPayments,
  type PaymentRow,
} from '../persistence/payment.repository.js';
