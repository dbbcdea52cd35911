import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Hpke, type Shamir, toHex } from '@muheng/contracts/common/sealing';
import { combine, split } from 'shamir-secret-sharing';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const bytes = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer);
const own = (view: Uint8Array): ArrayBuffer => new Uint8Array(view).buffer;

/** Sealing needs the browser's Web Crypto, which plain http does not have. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

/** RFC 9180 by @hpke/core on the browser's Web Crypto: what the server opens with is the same suite. */
export const hpke: Hpke = {
  seal: async (publicKey, info, aad, plain) => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(own(publicKey));
    const sealed = await suite.seal({ recipientPublicKey, info: own(info) }, own(plain), own(aad));
    return { enc: bytes(sealed.enc), ciphertext: bytes(sealed.ct) };
  },
  open: async (privateKey, info, aad, { enc, ciphertext }) => {
    const recipientKey = await suite.kem.deserializePrivateKey(own(privateKey));
    const opened = await suite.open(
      { recipientKey, enc: own(enc), info: own(info) },
      own(ciphertext),
      own(aad),
    );
    return bytes(opened);
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

export const newSalt = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)));

const placeOf = (party: string): string => `muheng.holder-key.${party}`;

/** The private half of a party's key for shares, kept on this machine; null when it was made elsewhere. */
export const keptHolderKey = (party: string): string | null => window.localStorage.getItem(placeOf(party));

/** Makes a key pair for shares, keeps the private half here and answers the public one. */
export async function makeHolderKey(party: string): Promise<string> {
  const pair = await hpke.generate();
  window.localStorage.setItem(placeOf(party), toHex(pair.privateKey));
  return toHex(pair.publicKey);
}

export interface KeptBid {
  id: string;
  listing: string;
  priceCny: string;
  quantityHa: string | null;
  salt: string;
  receiptText: string;
  signature: string;
}

const bidsOf = (listing: string): string => `muheng.sealed.${listing}`;

/** What this machine sealed for a listing, so that its bidder can reveal it if the holders never open. */
export function keptBids(listing: string): KeptBid[] {
  const text = window.localStorage.getItem(bidsOf(listing));
  return text === null ? [] : (JSON.parse(text) as KeptBid[]);
}

export function keepBid(bid: KeptBid): void {
  window.localStorage.setItem(bidsOf(bid.listing), JSON.stringify([...keptBids(bid.listing), bid]));
}

/** The bids for a listing that a bidder saved from another machine (the text that `keptBids` gave); none: not such a file. */
export function readKeptBids(text: string, listing: string): KeptBid[] {
  try {
    const bids = JSON.parse(text) as unknown;
    if (!Array.isArray(bids)) return [];
    return (bids as Partial<KeptBid>[]).filter(
      (bid): bid is KeptBid =>
        bid.listing === listing && [bid.id, bid.priceCny, bid.salt].every((each) => typeof each === 'string'),
    );
  } catch {
    return [];
  }
}
