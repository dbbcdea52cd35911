import { formatCny, formatHa, formatKg, tryCny, tryHa, tryKg } from '@muheng/contracts/common/quantity';

/** Figures as people type them: thousands separators, spaces and full-width digits are theirs to use. */
const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s,]/g, '').replace(/^\+/, '');

const wire =
  (parse: (text: string) => bigint | null, format: (value: bigint) => string) =>
  (typed: string): string | null => {
    const value = parse(plain(typed));
    return value === null || value < 0n ? null : format(value);
  };

/** `"1,234.5"` → `"1234.50"`; null for what is no amount with at most 2 decimals. */
export const wireCny = wire(tryCny, formatCny);
/** `"12.5"` → `"12.5000"`; null for what is no area in hectares with at most 4 decimals. */
export const wireHa = wire(tryHa, formatHa);
/** As `wireHa`, in kilograms. */
export const wireKg = wire(tryKg, formatKg);
