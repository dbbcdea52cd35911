import { describe, expect, it } from 'vitest';
import { holds, type Proof, readProof, verifyProof } from './verify-proof.js';

/** Entry 5 of the eight well-known ones of Certificate Transparency's own tests. */
const root = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328';
const path = [
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
];
const base64 = (bytes: ArrayBuffer | Uint8Array): string =>
  Buffer.from(bytes as Uint8Array).toString('base64');

async function signed(change: Partial<Proof> = {}, signedSize = 8): Promise<Proof> {
  const made = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  const { privateKey, publicKey } = made as CryptoKeyPair;
  const rootText = base64(Buffer.from(root, 'hex'));
  const body = `muheng.audit\n${signedSize}\n${rootText}\nat 2026-11-22T06:00:00.000Z\nhash SHA-256\n`;
  const signature = await crypto.subtle.sign({ name: 'Ed25519' }, privateKey, Buffer.from(body));
  const spki = base64(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
  return {
    entry: '@ABC',
    position: 5,
    size: 8,
    root,
    hash: 'SHA-256',
    path,
    checkpoint: `${body}\n— muheng.audit ${base64(new Uint8Array(signature))}\n`,
    publicKey: `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`,
    ...change,
  };
}
const verdict = async (proof: Proof) => {
  const check = await verifyProof(proof);
  const { leadsToRoot, isInCheckpoint, signature } = check;
  return { leadsToRoot, isInCheckpoint, signature, holds: holds(check) };
};
const right = { leadsToRoot: true, isInCheckpoint: true, signature: 'good', holds: true };

describe('an inclusion proof, checked on this machine', () => {
  it('holds for the entry that it is of', async () => {
    const proof = await signed();
    expect(await verdict(proof)).toEqual(right);
    expect((await verifyProof(proof)).signedAt).toBe('2026-11-22T06:00:00.000Z');
    expect(readProof(JSON.stringify(proof))).toEqual(proof);
  });

  it('fails for a changed entry, place or path', async () => {
    const wrong = { ...right, leadsToRoot: false, holds: false };
    expect(await verdict(await signed({ entry: '@ABD' }))).toEqual(wrong);
    expect(await verdict(await signed({ position: 4 }))).toEqual(wrong);
    expect(await verdict(await signed({ path: path.slice(1) }))).toEqual(wrong);
    expect(await verdict(await signed({ path: [...path, root] }))).toEqual(wrong);
    expect(await verdict(await signed({ position: 8 }))).toEqual(wrong);
  });

  it('fails where the checkpoint signs something else, or nobody signed it', async () => {
    expect(await verdict(await signed({}, 9))).toEqual({ ...right, isInCheckpoint: false, holds: false });
    const other = await signed();
    const proof = await signed({ publicKey: other.publicKey });
    expect(await verdict(proof)).toEqual({ ...right, signature: 'bad', holds: false });
    const torn = { ...proof, checkpoint: proof.checkpoint.slice(0, -3) };
    expect(await verdict(torn)).toMatchObject({ isInCheckpoint: false, signature: 'bad', holds: false });
  });

  it('reads no other file for a proof', () => {
    for (const text of ['', 'null', '[]', '{"entry":"x"}', '{"path":"x"}'])
      expect(readProof(text)).toBeNull();
  });
});
