import type { Sha256 } from './draw.js';

/**
 * Sealed bids (domain §11): one format for the bidder's browser, the replay and the server that opens. HPKE (RFC 9180)
 * and Shamir's scheme come from audited libraries, handed in by whoever runs this; here is only what is sealed and how
 * it is bound to one auction and one bidder.
 */
export const sealingSuite = 'muheng-seal-1';

/** Keys, sealed bytes and shares travel as lower-case hex. */
export type Hex = string;

/** What HPKE does for us: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode. */
export interface Hpke {
  seal(publicKey: Uint8Array, info: Uint8Array, aad: Uint8Array, plain: Uint8Array): Promise<SealedBytes>;
  /** Throws when the bytes were sealed to another key, for another use, or were touched. */
  open(privateKey: Uint8Array, info: Uint8Array, aad: Uint8Array, sealed: SealedBytes): Promise<Uint8Array>;
  generate(): Promise<{ publicKey: Uint8Array; privateKey: Uint8Array }>;
}

export interface SealedBytes {
  enc: Uint8Array;
  ciphertext: Uint8Array;
}

/** What Shamir's scheme does for us. */
export interface Shamir {
  split(secret: Uint8Array, shares: number, threshold: number): Promise<Uint8Array[]>;
  combine(shares: Uint8Array[]): Promise<Uint8Array>;
}

/** Who holds a share: any two of the three open, none alone (domain §11, issue "sealed means sealed"). */
export const shareHolders = ['county', 'operator', 'regulator'] as const;
export type ShareHolder = (typeof shareHolders)[number];
export const shareThreshold = 2;

/** ASCII only: everything that is sealed is digits, codes and ids. Throws RangeError for anything else. */
export function bytesOf(text: string): Uint8Array {
  if (!/^[\x0a\x20-\x7e]*$/.test(text)) throw new RangeError('not plain ASCII');
  return Uint8Array.from(text, (letter: string) => letter.charCodeAt(0));
}
const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export const toHex = (bytes: Uint8Array): Hex =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Throws RangeError for what is not hex. */
export function fromHex(text: Hex): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new RangeError('not hex');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** What a bidder bids: exact texts as on the wire, and a salt that keeps the commitment from being guessed. */
export interface SealedContent {
  /** For the whole, or for one 亩 in uniform price. */
  priceCny: string;
  /** Null where one bid takes the whole. */
  quantityHa: string | null;
  /** 16 random bytes as hex. */
  salt: string;
}

/** Who seals for what: bound into the ciphertext, so that a bid moved elsewhere does not open. */
export interface SealContext {
  listing: string;
  /** Party code. */
  bidder: string;
}

const bindingOf = ({ listing, bidder }: SealContext): string => `${sealingSuite}\nbid\n${listing}\n${bidder}`;
const infoOf = (use: 'bid' | 'share', listing: string): Uint8Array =>
  bytesOf(`${sealingSuite}\n${use}\n${listing}`);

/** What the receipt signs and a revelation has to meet. */
export const commitmentOf = (
  sha256: Sha256,
  context: SealContext,
  { priceCny, quantityHa, salt }: SealedContent,
): string => sha256(`${bindingOf(context)}\n${priceCny}\n${quantityHa ?? ''}\n${salt}`);

/** A bid as it goes to the market: nothing in it can be read without the auction's key. */
export interface SealedEnvelope {
  suite: string;
  listing: string;
  bidder: string;
  enc: Hex;
  ciphertext: Hex;
  commitment: string;
}

export async function sealBid(
  hpke: Hpke,
  sha256: Sha256,
  publicKey: Hex,
  context: SealContext,
  content: SealedContent,
): Promise<SealedEnvelope> {
  const plain = bytesOf(JSON.stringify([content.priceCny, content.quantityHa, content.salt]));
  const aad = bytesOf(bindingOf(context));
  const { enc, ciphertext } = await hpke.seal(fromHex(publicKey), infoOf('bid', context.listing), aad, plain);
  return {
    suite: sealingSuite,
    ...context,
    enc: toHex(enc),
    ciphertext: toHex(ciphertext),
    commitment: commitmentOf(sha256, context, content),
  };
}

/** Opens one bid; null when it cannot be read, or is not what its commitment says. */
export async function openBid(
  hpke: Hpke,
  sha256: Sha256,
  privateKey: Uint8Array,
  envelope: SealedEnvelope,
): Promise<SealedContent | null> {
  const { listing, bidder } = envelope;
  const sealed = { enc: fromHex(envelope.enc), ciphertext: fromHex(envelope.ciphertext) };
  const aad = bytesOf(bindingOf({ listing, bidder }));
  const plain = await hpke.open(privateKey, infoOf('bid', listing), aad, sealed).catch(() => null);
  const content = plain && readContent(textOf(plain));
  if (!content) return null;
  return commitmentOf(sha256, { listing, bidder }, content) === envelope.commitment ? content : null;
}

function readContent(text: string): SealedContent | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return null;
    const [priceCny, quantityHa, salt] = value as unknown[];
    const isWhole = quantityHa === null || typeof quantityHa === 'string';
    if (typeof priceCny !== 'string' || !isWhole || typeof salt !== 'string') return null;
    return { priceCny, quantityHa, salt };
  } catch {
    return null;
  }
}

/** A share of the auction's private key, sealed to its holder's own key. */
export interface SealedShare {
  holder: ShareHolder;
  sealed: Hex;
  /** SHA-256 of the share as hex: a wrong share is known at once. */
  digest: string;
}

export interface SealingCeremony {
  publicKey: Hex;
  shares: SealedShare[];
}

/**
 * Makes the key of one auction, splits its private half two of three and seals each share to its holder. Runs on the
 * certifying county's machine, which forgets the whole key when this returns.
 */
export async function makeSealingKey(
  hpke: Hpke,
  shamir: Shamir,
  sha256: Sha256,
  listing: string,
  holderKeys: Readonly<Record<ShareHolder, Hex>>,
): Promise<SealingCeremony> {
  const pair = await hpke.generate();
  const parts = await shamir.split(pair.privateKey, shareHolders.length, shareThreshold);
  pair.privateKey.fill(0);
  const shares = await Promise.all(
    shareHolders.map(async (holder, index): Promise<SealedShare> => {
      const part = parts[index];
      if (!part) throw new RangeError('a share is missing');
      const aad = bytesOf(holder);
      const sealed = await hpke.seal(fromHex(holderKeys[holder]), infoOf('share', listing), aad, part);
      const digest = sha256(toHex(part));
      part.fill(0);
      return { holder, sealed: `${toHex(sealed.enc)}.${toHex(sealed.ciphertext)}`, digest };
    }),
  );
  return { publicKey: toHex(pair.publicKey), shares };
}

/** A holder opens its own share, on its own machine. Throws when it was not sealed to this key. */
export async function openShare(
  hpke: Hpke,
  privateKey: Hex,
  listing: string,
  { holder, sealed }: Pick<SealedShare, 'holder' | 'sealed'>,
): Promise<Hex> {
  const [enc = '', ciphertext = ''] = sealed.split('.');
  const bytes = { enc: fromHex(enc), ciphertext: fromHex(ciphertext) };
  const share = await hpke.open(fromHex(privateKey), infoOf('share', listing), bytesOf(holder), bytes);
  return toHex(share);
}

/** The private key out of two shares; null when they do not make the key of this auction. */
export async function combineShares(
  publicOf: (privateKey: Uint8Array) => Uint8Array | null,
  shamir: Shamir,
  publicKey: Hex,
  shares: readonly Hex[],
): Promise<Uint8Array | null> {
  const privateKey = await shamir.combine(shares.map(fromHex)).catch(() => null);
  if (!privateKey) return null;
  const found = publicOf(privateKey);
  return found && toHex(found) === publicKey ? privateKey : null;
}
