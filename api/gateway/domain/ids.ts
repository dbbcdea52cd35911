import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random text of letters and digits, in the alphabet of Stripe's ids. */
export function randomText(length: number): string {
  let text = '';
  // Bytes above 247 are thrown away, so that each of the 62 letters is equally likely.
  while (text.length < length) {
    for (const byte of randomBytes(length + 8)) {
      if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % 62);
    }
  }
  return text;
}

/** A new id such as `pi_3Qx…`: the prefix says what kind of object it names. */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(24)}`;
}

/** A random sub-account number (随机子账号): 19 digits, the first six the bank's own. */
export function newSubAccount(): string {
  let digits = '622909';
  while (digits.length < 19) digits += randomInt(10).toString();
  return digits;
}
