import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import {
  type Checkpoint,
  checkpointBody,
  parseCheckpoint,
  signedCheckpoint,
} from '../domain/audit-log/checkpoint.js';

/** The key that signs checkpoints (Ed25519). */
export interface CheckpointKey {
  privateKey: KeyObject;
  /** SPKI PEM. */
  publicKey: string;
}

/** Reads the key of a file, made when there is none; only its owner may read it. Two at once end with one key. */
export async function checkpointKey(path: string): Promise<CheckpointKey> {
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(path, made, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const privateKey = createPrivateKey(await readFile(path));
  return {
    privateKey,
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

export const signCheckpoint = (point: Checkpoint, key: CheckpointKey): string =>
  signedCheckpoint(point, sign(null, Buffer.from(checkpointBody(point)), key.privateKey));

/** The checkpoint of a text that this key has signed, else null. */
export function readCheckpoint(note: string, publicKey: string): Checkpoint | null {
  const parsed = parseCheckpoint(note);
  if (!parsed) return null;
  const body = Buffer.from(checkpointBody(parsed.point));
  return verify(null, body, createPublicKey(publicKey), parsed.signature) ? parsed.point : null;
}
