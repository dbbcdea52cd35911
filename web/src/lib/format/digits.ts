/** Text forms of exact decimals. Nothing here turns a quantity into a floating-point number. */

/** The typographic minus of every figure on screen (look.md, Type). */
export const minus = '\u2212';

/** `"-6240.0000"` → `"−6,240.0000"`: thousands separated, true minus sign. */
export function groupDigits(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? minus : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** `"480000.5000"` → `"480000.5"`: only zeros at the very end go, so nothing of the value is lost. */
export const trimZeros = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

/** Adds the plus sign that a difference shows; zero and negative values keep their own form. */
export const signed = (text: string): string =>
  /^[\u2212-]/.test(text) || /^[0.,]*$/.test(text) ? text : `+${text}`;

/** Integer of 10^-scale units as a decimal string, e.g. (1040n, 2) → `"10.40"`. */
export function scaledText(value: bigint, scale: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, cut)}${scale === 0 ? '' : `.${digits.slice(cut)}`}`;
}
