/** Letters and digits that nobody mistakes for each other when a password is read out. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 16;

/** A random password of 93 bits, made on this machine. */
export function makePassword(): string {
  let password = '';
  while (password.length < length) {
    // What lies beyond the last whole round of the letters is thrown away, so that each is as likely as the next.
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < 256 - (256 % letters.length) && password.length < length)
        password += letters[byte % letters.length] ?? '';
  }
  return password;
}
