import { charges } from '../database/tables.js';
import { mergeMetadata, type Metadata } from '../domain/metadata.js';
import { missing } from '../domain/stripe-error.js';
import { command, idOf } from './command.js';
import { toCharge } from './wire.js';

interface Update {
  readonly id: string;
  readonly description: string | null | undefined;
  readonly transferGroup: string | null | undefined;
  readonly metadata: Metadata | null | undefined;
}

/** `POST /v1/charges/:id`: what it is called may change, what was paid may not. */
export const updateCharge = command<Update>({
  answer: 'charge',
  parse: (params, path) => {
    const metadata = params.map('metadata');
    mergeMetadata({}, metadata);
    return {
      id: idOf(path),
      description: params.text('description'),
      transferGroup: params.text('transfer_group'),
      metadata,
    };
  },
  execute: async (unit, input) => {
    const charge = await unit.lock(charges, input.id);
    if (!charge) throw missing('charge', input.id);
    if (input.description !== undefined) charge.description = input.description;
    if (input.transferGroup !== undefined) charge.transfer_group = input.transferGroup;
    charge.metadata = mergeMetadata(charge.metadata, input.metadata);
    unit.save(charges, charge);
    unit.emit('charge.updated', toCharge(charge));
    return toCharge(charge);
  },
});
