import { z } from 'zod';
import { drawRules } from '../common/draw.js';
import { id, instant, partyCode, regionCode } from '../common/schema.js';
import { shareHolders } from '../common/sealing.js';

/** What makes an auction checkable by anyone: its draw and its seals (domain §11). */

/** A party as the public sees it beside something else. */
export const partyRef = z
  .strictObject({ code: partyCode, nameZh: z.string(), nameEn: z.string(), regionCode })
  .meta({ id: 'PartyRef' });

/** A draw with all that anyone needs to run it again, offline (`npm run -s verify-draw -- FILE`). */
export const drawRecord = z
  .strictObject({
    algorithm: z.string(),
    rule: z.enum(drawRules),
    listing: id,
    commitment: z.string(),
    secret: z.string(),
    log: z.string(),
    publicValue: z.string(),
    seed: z.string(),
    candidates: z.array(z.string()),
    order: z.array(z.string()),
  })
  .meta({ id: 'DrawRecord' });

const hexKey = z.string().regex(/^[0-9a-f]{130}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The key of a sealed auction, made in the certifying person's browser: its private half in three sealed shares. */
export const sealingCeremony = z
  .strictObject({
    publicKey: hexKey,
    shares: z
      .array(
        z.strictObject({
          holder: z.enum(shareHolders),
          sealed: z
            .string()
            .regex(/^[0-9a-f]+\.[0-9a-f]+$/)
            .max(1_000),
          digest,
        }),
      )
      .length(3),
  })
  .meta({ id: 'SealingCeremony' });

/** What the public knows of a sealed auction's key. */
export const sealingFacts = z
  .strictObject({
    publicKey: hexKey,
    receiptPublicKey: z.string(),
    holders: z.array(
      z.strictObject({ holder: z.enum(shareHolders), party: partyRef, digest, givenAt: instant.nullable() }),
    ),
    tieOrder: drawRecord.nullable(),
    revealEndsAt: instant.nullable(),
    openedAt: instant.nullable(),
    openedBy: z.enum(['shares', 'revelation']).nullable(),
  })
  .meta({ id: 'SealingFacts' });
