import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text on this machine, also where the browser has no Web Crypto. */
export const sha256Text = (text: string): string => bytesToHex(digest(utf8ToBytes(text)));

/** SHA-256 of a file as 64 hex digits, computed on this machine; null where the browser has no Web Crypto (plain http). */
export async function sha256Hex(content: ArrayBuffer): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', content));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 64 hex digits as two lines of four groups of eight, the form printed on certificates. */
export function digestLines(hex: string): [string, string] {
  const groups = hex.match(/.{1,8}/g) ?? [];
  return [groups.slice(0, 4).join(' '), groups.slice(4, 8).join(' ')];
}
