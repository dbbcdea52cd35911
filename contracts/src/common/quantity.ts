/**
 * Exact quantities (architecture §3): integers in the smallest unit inside, decimal strings on the wire.
 * No function here touches a floating-point number.
 */

declare const unit: unique symbol;
type Quantity<Unit extends string> = bigint & { readonly [unit]: Unit };

/** Money in 分 (0.01 CNY). */
export type Fen = Quantity<'fen'>;
/** Area in m² (0.0001 ha); paddy is an area too. */
export type SquareMetres = Quantity<'m2'>;
/** Grain capacity in units of 0.0001 kg. */
export type CapacityUnits = Quantity<'0.0001kg'>;

const decimal = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/** Reads a decimal string into an integer of 10^-scale units; null when it is not one or is more precise than that. */
function parseScaled(text: string, scale: number): bigint | null {
  const parts = decimal.exec(text);
  if (!parts) return null;
  const [, sign, whole, fraction = ''] = parts;
  if (fraction.length > scale) return null;
  const magnitude = BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
  return sign === '-' ? -magnitude : magnitude;
}

function formatScaled(value: bigint, scale: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

function required<Q extends bigint>(value: bigint | null, text: string, what: string): Q {
  if (value === null) throw new RangeError(`not ${what}: ${JSON.stringify(text)}`);
  return value as Q;
}

/** `"45640800.00"` → 4564080000n. Null when the text is no amount with at most 2 decimals. */
export const tryCny = (text: string): Fen | null => parseScaled(text, 2) as Fen | null;
/** `"60.8544"` → 608544n m². Null when the text is no area with at most 4 decimals. */
export const tryHa = (text: string): SquareMetres | null => parseScaled(text, 4) as SquareMetres | null;
/** `"365126.4000"` → 3651264000n. Null when the text is no capacity with at most 4 decimals. */
export const tryKg = (text: string): CapacityUnits | null => parseScaled(text, 4) as CapacityUnits | null;

/** As `tryCny`; throws RangeError. For text that a schema has already checked. */
export const parseCny = (text: string): Fen => required<Fen>(tryCny(text), text, 'an amount in CNY');
/** As `tryHa`; throws RangeError. */
export const parseHa = (text: string): SquareMetres =>
  required<SquareMetres>(tryHa(text), text, 'an area in ha');
/** As `tryKg`; throws RangeError. */
export const parseKg = (text: string): CapacityUnits =>
  required<CapacityUnits>(tryKg(text), text, 'a capacity in kg');

export const formatCny = (value: bigint): string => formatScaled(value, 2);
export const formatHa = (value: bigint): string => formatScaled(value, 4);
export const formatKg = (value: bigint): string => formatScaled(value, 4);

/** m² as 亩 with 4 decimals, for display only: 1 m² = 0.0015 亩, rounded half up. */
export function formatMu(value: bigint): string {
  const tenThousandths = value * 15n;
  return formatScaled(tenThousandths, 4);
}

/** Value × numerator ÷ denominator, rounded half up once (architecture §3: round a total once). */
export function scaleHalfUp(value: bigint, numerator: bigint, denominator: bigint): bigint {
  const product = value * numerator * 2n + denominator;
  const doubled = denominator * 2n;
  const quotient = product / doubled;
  return product % doubled < 0n ? quotient - 1n : quotient;
}

/** Value × numerator ÷ denominator, rounded down (toward zero for the non-negative values it is meant for). */
export const scaleDown = (value: bigint, numerator: bigint, denominator: bigint): bigint =>
  (value * numerator) / denominator;

/** Value × numerator ÷ denominator, rounded up, for non-negative values (a reserve is never rounded away). */
export const scaleUp = (value: bigint, numerator: bigint, denominator: bigint): bigint =>
  (value * numerator + denominator - 1n) / denominator;
