/**
 * A buyer's name for people who only hold a certificate's code: the first characters and the last stay, so that whoever
 * knows the buyer recognises it and nobody else learns it (domain §12).
 */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return '*';
  const head = letters.length > 4 ? 2 : 1;
  const stars = '*'.repeat(Math.min(4, letters.length - head - 1) || 1);
  return `${letters.slice(0, head).join('')}${stars}${letters.length > 2 ? letters.at(-1) : ''}`;
}
