import type { TransferReversalRow, TransferRow } from '../database/rows.js';
import { charges, transferReversals, transfers } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import { mergeMetadata, type Metadata } from '../domain/metadata.js';
import { invalidParameter, missing, missingParameter, refused } from '../domain/stripe-error.js';
import { book, requireAvailable } from './bookings.js';
import { command, idOf } from './command.js';
import { toTransferReversal } from './wire.js';
import { toTransfer } from './wire-balance.js';

interface Create {
  readonly amount: bigint;
  readonly currency: string;
  readonly destination: string;
  readonly source: string | null;
  readonly description: string | null;
  readonly transferGroup: string | null;
  readonly metadata: Metadata;
}

/** A transfer out of one charge takes no more than was captured and is in the charge's currency. */
async function checkSource(unit: Unit, input: Create): Promise<string | null> {
  if (input.source === null) return null;
  const charge = await unit.lock(charges, input.source);
  if (!charge) throw missingParameter('charge', input.source, 'source_transaction');
  const rows = await unit.read<{ taken: bigint }>({
    name: 'transfer.taken',
    text: `SELECT coalesce(sum(amount - amount_reversed), 0)::bigint AS taken
      FROM gateway.transfer WHERE source_transaction = $1`,
    values: [charge.id],
  });
  const left = charge.amount_captured - (rows[0]?.taken ?? 0n);
  if (charge.currency !== input.currency || input.amount > left) {
    const message = `Transfers using this transaction as a source must be in ${charge.currency} and not exceed ${left}.`;
    throw refused('amount_too_large', message, { param: 'source_transaction' });
  }
  return charge.transfer_group;
}

/** `POST /v1/transfers`: money to a connected account, out of what is available. */
export const createTransfer = command<Create>({
  answer: 'transfer',
  parse: (params) => {
    const input = {
      amount: params.requiredAmount('amount'),
      currency: params.currency(),
      destination: params.requiredText('destination'),
      source: params.text('source_transaction') ?? null,
      description: params.text('description') ?? null,
      transferGroup: params.text('transfer_group') ?? null,
      metadata: mergeMetadata({}, params.map('metadata')),
    };
    params.ignore('source_type');
    if (input.destination.startsWith('acct_')) return input;
    throw invalidParameter('resource_missing', `No such destination: '${input.destination}'`, 'destination');
  },
  execute: async (unit, input) => {
    const group = await checkSource(unit, input);
    await requireAvailable(unit, input.currency, input.amount, 'transfer');
    const id = newId('tr');
    const transfer: TransferRow = {
      id,
      created: unit.now,
      amount: input.amount,
      amount_reversed: 0n,
      currency: input.currency,
      destination: input.destination,
      source_transaction: input.source,
      balance_transaction: book(unit, {
        amount: -input.amount,
        currency: input.currency,
        type: 'transfer',
        category: 'transfer',
        source: id,
        description: input.description,
      }),
      description: input.description,
      transfer_group: input.transferGroup ?? group,
      metadata: input.metadata,
      recent_reversals: [],
    };
    unit.save(transfers, transfer);
    unit.emit('transfer.created', toTransfer(transfer));
    return toTransfer(transfer);
  },
});

async function lockTransfer(unit: Unit, id: string): Promise<TransferRow> {
  const transfer = await unit.lock(transfers, id);
  if (!transfer) throw missing('transfer', id);
  return transfer;
}

interface Update {
  readonly id: string;
  readonly description: string | null | undefined;
  readonly metadata: Metadata | null | undefined;
}

/** `POST /v1/transfers/:id`. */
export const updateTransfer = command<Update>({
  answer: 'transfer',
  parse: (params, path) => {
    const metadata = params.map('metadata');
    mergeMetadata({}, metadata);
    return { id: idOf(path), description: params.text('description'), metadata };
  },
  execute: async (unit, input) => {
    const transfer = await lockTransfer(unit, input.id);
    if (input.description !== undefined) transfer.description = input.description;
    transfer.metadata = mergeMetadata(transfer.metadata, input.metadata);
    unit.save(transfers, transfer);
    unit.emit('transfer.updated', toTransfer(transfer));
    return toTransfer(transfer);
  },
});

interface Reverse {
  readonly transfer: string;
  readonly amount: bigint | undefined;
  readonly metadata: Metadata;
}

function newReversal(
  unit: Unit,
  transfer: TransferRow,
  amount: bigint,
  metadata: Metadata,
): TransferReversalRow {
  const id = newId('trr');
  const { currency, description } = transfer;
  return {
    id,
    created: unit.now,
    transfer: transfer.id,
    amount,
    currency,
    balance_transaction: book(unit, {
      amount,
      currency,
      type: 'transfer_refund',
      category: 'transfer_reversal',
      source: id,
      description,
    }),
    metadata,
  };
}

/** `POST /v1/transfers/:id/reversals`: the whole, or a part; several, but never more than was sent. */
export const reverseTransfer = command<Reverse>({
  answer: 'transfer_reversal',
  parse: (params, path) => {
    params.ignore('description', 'refund_application_fee');
    return {
      transfer: idOf(path),
      amount: params.amount('amount'),
      metadata: mergeMetadata({}, params.map('metadata')),
    };
  },
  execute: async (unit, input) => {
    const transfer = await lockTransfer(unit, input.transfer);
    const left = transfer.amount - transfer.amount_reversed;
    if (left === 0n)
      throw refused('transfer_already_reversed', `Transfer ${transfer.id} is already fully reversed.`);
    const amount = input.amount ?? left;
    if (amount > left) {
      const message = `Transfer reversal amount (${amount}) is greater than unreversed amount on transfer (${left}).`;
      throw refused('amount_too_large', message, { param: 'amount' });
    }
    const reversal = newReversal(unit, transfer, amount, input.metadata);
    const wire = toTransferReversal(reversal);
    transfer.amount_reversed += amount;
    transfer.recent_reversals = [{ ...wire }, ...transfer.recent_reversals].slice(0, 10);
    unit.save(transferReversals, reversal);
    unit.save(transfers, transfer);
    unit.emit('transfer.reversed', toTransfer(transfer));
    return wire;
  },
});
