import { createECDH } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { Hpke, Shamir } from '@muheng/contracts/common/sealing';
import { combine, split } from 'shamir-secret-sharing';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const bytes = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer);
/** A buffer of its own, as Web Crypto wants it: a view may lie inside a larger one. */
const own = (view: Uint8Array): ArrayBuffer => new Uint8Array(view).buffer;

/** RFC 9180 by @hpke/core on the platform's Web Crypto. */
export const hpke: Hpke = {
  seal: async (publicKey, info, aad, plain) => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(own(publicKey));
    const sealed = await suite.seal({ recipientPublicKey, info: own(info) }, own(plain), own(aad));
    return { enc: bytes(sealed.enc), ciphertext: bytes(sealed.ct) };
  },
  open: async (privateKey, info, aad, { enc, ciphertext }) => {
    const recipientKey = await suite.kem.deserializePrivateKey(own(privateKey));
    return bytes(
      await suite.open({ recipientKey, enc: own(enc), info: own(info) }, own(ciphertext), own(aad)),
    );
  },
  generate: async () => {
    const pair = await suite.kem.generateKeyPair();
    return {
      publicKey: bytes(await suite.kem.serializePublicKey(pair.publicKey)),
      privateKey: bytes(await suite.kem.serializePrivateKey(pair.privateKey)),
    };
  },
};

export const shamir: Shamir = { split, combine };

/** The public half of a P-256 key, uncompressed; null for bytes that are no key. */
export function publicOf(privateKey: Uint8Array): Uint8Array | null {
  try {
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(privateKey);
    return new Uint8Array(curve.getPublicKey());
  } catch {
    return null;
  }
}
