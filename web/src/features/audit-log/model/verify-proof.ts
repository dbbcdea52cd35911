import type { inclusionProof } from '@muheng/contracts/audit';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Wire } from '../../../lib/wire.js';

export type Proof = Wire<typeof inclusionProof>;

/** What was checked on this machine, one by one; `unknown`: this browser cannot. */
export interface ProofCheck {
  /** The entry's own hash, H(0x00 ‖ entry), as hex. */
  leaf: string;
  /** The root to which leaf and path lead; null when the path does not fit position and size. */
  root: string | null;
  leadsToRoot: boolean;
  /** Whether the checkpoint names this root and size. */
  isInCheckpoint: boolean;
  signature: 'good' | 'bad' | 'unknown';
  signedAt: string | null;
}

/** The browser's own SHA-256; where it has none (plain http), the same by a library. */
async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  const subtle = globalThis.crypto?.subtle;
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes.slice().buffer)) : sha256(bytes);
}
const marked = (mark: number, ...parts: Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = mark;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Uint8Array> => digest(marked(1, left, right));

/** The root to which an entry leads by its path (RFC 9162 §2.1.3.2); null when the path has not the right length. */
async function rootByPath(leaf: Uint8Array, { position, size, path }: Proof): Promise<Uint8Array | null> {
  if (position < 0 || position >= size) return null;
  let [node, last, root] = [position, size - 1, leaf];
  for (const hex of path) {
    if (last === 0) return null;
    const sibling = hexToBytes(hex);
    if (node % 2 === 1 || node === last) {
      root = await nodeHash(sibling, root);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else root = await nodeHash(root, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

const form =
  /^((\S+)\n(\d+)\n([A-Za-z0-9+/]{43}=)\nat (\S+)\nhash (?:SHA-256|SM3)\n)\n— \S+ ([A-Za-z0-9+/]+=*)\n$/;
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** Ed25519 over the note's body, by the browser. */
async function checkSignature(
  body: string,
  signature: string,
  pem: string,
): Promise<ProofCheck['signature']> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return 'unknown';
  const der = bytesOf(pem.replaceAll(/-----[^-]+-----|\s/g, ''));
  try {
    const key = await subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify']);
    const text = utf8ToBytes(body).slice();
    return (await subtle.verify({ name: 'Ed25519' }, key, bytesOf(signature), text)) ? 'good' : 'bad';
  } catch {
    // An older browser knows no Ed25519.
    return 'unknown';
  }
}

/** Checks a proof with nothing but what it holds: no word of the server's is taken for it. */
export async function verifyProof(proof: Proof): Promise<ProofCheck> {
  const leaf = await digest(marked(0, utf8ToBytes(proof.entry)));
  const root = await rootByPath(leaf, proof);
  const hex = root && bytesToHex(root);
  const [, body = '', , size, rootText = '', at, signature = ''] = form.exec(proof.checkpoint) ?? [];
  const named = rootText === '' ? null : bytesToHex(bytesOf(rootText));
  return {
    leaf: bytesToHex(leaf),
    root: hex,
    leadsToRoot: hex !== null && hex === proof.root,
    isInCheckpoint: named === proof.root && Number(size) === proof.size,
    signature: body === '' ? 'bad' : await checkSignature(body, signature, proof.publicKey),
    signedAt: at ?? null,
  };
}

const fields = ['entry', 'position', 'size', 'root', 'hash', 'path', 'checkpoint', 'publicKey'] as const;

/** A proof out of a file that somebody kept; null when it is none. */
export function readProof(text: string): Proof | null {
  try {
    const value = JSON.parse(text) as Record<string, unknown> | null;
    const whole = value !== null && typeof value === 'object' && fields.every((field) => field in value);
    const path = whole ? value['path'] : null;
    const isHex = (each: unknown): boolean => typeof each === 'string' && /^[0-9a-f]{64}$/.test(each);
    return whole && Array.isArray(path) && path.every(isHex) ? (value as unknown as Proof) : null;
  } catch {
    return null;
  }
}

/** Whether all that could be checked holds, and nothing that matters was left open. */
export const holds = (check: ProofCheck): boolean =>
  check.leadsToRoot && check.isInCheckpoint && check.signature !== 'bad';
