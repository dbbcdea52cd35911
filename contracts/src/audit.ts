import { z } from 'zod';
import { instant } from './common/schema.js';
import { partyLabel } from './oversight.js';

/** The audit log as a Merkle tree (RFC 9162): where it stands, and the proof that an entry is in it. */

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const signedNote = z.string().meta({
  description: 'C2SP tlog-checkpoint: origin, size, root in base64, `at`, `hash`; then its Ed25519 signature',
});

export const auditLog = z
  .strictObject({
    /** Entries that have their position. */
    size: z.number().int(),
    hash: z.enum(['SHA-256', 'SM3']),
    /** The newest signed statement of size and root; null before the first. */
    checkpoint: signedNote.nullable(),
    checkpointAt: instant.nullable(),
    /** Ed25519, SPKI PEM. */
    publicKey: z.string().nullable(),
  })
  .meta({ id: 'AuditLog' });

export const inclusionProof = z
  .strictObject({
    /** The entry as it is hashed: H(0x00 ‖ its UTF-8 bytes) is the leaf. */
    entry: z.string(),
    position: z.number().int(),
    /** Size and root of the log that the checkpoint signs. */
    size: z.number().int(),
    root: hash,
    hash: z.enum(['SHA-256', 'SM3']),
    /** From the leaf up; RFC 9162 §2.1.3.2 leads from the leaf to the root. */
    path: z.array(hash),
    checkpoint: signedNote,
    publicKey: z.string(),
  })
  .meta({ id: 'InclusionProof' });

const limit = z.coerce.number().int().min(1).max(100).default(20);

/** Signed checkpoints, newest first. */
export const checkpointQuery = z.strictObject({ limit, before: z.coerce.number().int().min(0).optional() });
export const checkpoints = z
  .strictObject({
    items: z.array(z.strictObject({ size: z.number().int(), root: hash, at: instant, note: signedNote })),
    /** The size to ask `before` for the next page; null at the end. */
    next: z.number().int().nullable(),
  })
  .meta({ id: 'AuditCheckpoints' });

/** Entries of the log by their positions, newest first, of the reader's scope. */
export const auditEntryQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number().int().min(0).optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
  /** What was done begins with this: `settlement.`, `oversight.export`. */
  action: z.string().min(1).max(80).optional(),
  subjectId: z.string().min(1).max(80).optional(),
});
export const auditEntries = z
  .strictObject({
    items: z.array(
      z.strictObject({
        position: z.number().int(),
        at: instant,
        actor: z.string().nullable(),
        party: partyLabel.nullable(),
        action: z.string(),
        outcome: z.enum(['done', 'refused', 'failed']),
        code: z.string().nullable(),
        subjectType: z.string(),
        subjectId: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    next: z.number().int().nullable(),
  })
  .meta({ id: 'AuditEntries' });
