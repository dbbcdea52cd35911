import { type Refused, refuse } from './problems.js';
import { type Fen, formatCny, formatHa, parseCny, parseHa, type SquareMetres } from './quantity.js';

/** What a sealed bid has to keep to. The bidder's own page judges it before sealing, the market after opening. */
export interface SealedTerms {
  /** 分: the lowest bid; for the whole in first price, for one 亩 in uniform price. */
  minimum: Fen;
  step: Fen | null;
  ceiling: Fen | null;
  /** m² on offer; null where one bid takes the whole. */
  area: SquareMetres | null;
}

/** An opened bid. */
export interface OpenedBid {
  /** Its place in the log of receipts. */
  seq: number;
  bidder: string;
  /** 分: for the whole, or for one 亩. */
  price: Fen;
  /** m² wanted; null where one bid takes the whole. */
  area: SquareMetres | null;
}

/** 1 亩 = 10 000/15 m². */
const muNumerator = 15n;
const muDenominator = 10_000n;

const divideUp = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor;

/** The lowest bid for one 亩: the start price divided by the total 亩, rounded up to a 分 (replay.md "Prices"). */
export const minimumPerMu = (start: Fen, area: SquareMetres): Fen =>
  divideUp(start * muDenominator, area * muNumerator) as Fen;

/** A ceiling for one 亩, rounded down: nobody pays more than the ceiling of the whole. */
export const ceilingPerMu = (ceiling: Fen, area: SquareMetres): Fen =>
  ((ceiling * muDenominator) / (area * muNumerator)) as Fen;

/** The price of so much land at so much for one 亩, rounded half up once (replay.md "Sealed forms"). */
export const priceOfArea = (perMu: Fen, area: SquareMetres): Fen => {
  const product = perMu * area * muNumerator;
  return ((2n * product + muDenominator) / (2n * muDenominator)) as Fen;
};

/** Above ceiling, below minimum, off step, then the quantity: the order of replay.md. Null: a good bid. */
export function refuseSealedBid(
  terms: SealedTerms,
  { price, area }: Pick<OpenedBid, 'price' | 'area'>,
): Refused | null {
  const { minimum, step, ceiling } = terms;
  const priceCny = formatCny(price);
  if (ceiling !== null && price > ceiling) {
    const excessCny = formatCny(price - ceiling);
    return refuse('bidding.above-ceiling', { priceCny, ceilingCny: formatCny(ceiling), excessCny });
  }
  if (price < minimum) {
    const missingCny = formatCny(minimum - price);
    return refuse('bidding.below-minimum', { priceCny, minimumCny: formatCny(minimum), missingCny });
  }
  const off = step === null ? 0n : (price - minimum) % step;
  if (step !== null && off !== 0n && price !== ceiling) {
    return refuse('bidding.not-on-step', {
      priceCny,
      stepCny: formatCny(step),
      lowerCny: formatCny(price - off),
      upperCny: formatCny(price - off + step),
    });
  }
  return refuseQuantity(terms, area);
}

function refuseQuantity(terms: SealedTerms, area: SquareMetres | null): Refused | null {
  if (terms.area === null) return null;
  if (area !== null && area > 0n && area <= terms.area) return null;
  return refuse('bidding.quantity-invalid', {
    askedHa: area === null ? '–' : formatHa(area),
    offeredHa: formatHa(terms.area),
  });
}

/** A listing as its notice shows it, as far as a sealed bid rests on it. */
interface Notice {
  form: string;
  startPriceCny: string;
  stepCny: string | null;
  ceilingCny: string | null;
  quantities: { areaHa: string };
}

/** Judges a bid by the notice, before it is sealed: what the bidder's own machine does. Null: a good bid. */
export function refuseSealedText(
  notice: Notice,
  { priceCny, quantityHa }: { priceCny: string; quantityHa: string | null },
): Refused | null {
  const { form, startPriceCny, stepCny, ceilingCny, quantities } = notice;
  const terms = termsOf(form, {
    start: parseCny(startPriceCny),
    step: stepCny === null ? null : parseCny(stepCny),
    ceiling: ceilingCny === null ? null : parseCny(ceilingCny),
    area: parseHa(quantities.areaHa),
  });
  const area = quantityHa === null ? null : parseHa(quantityHa);
  return refuseSealedBid(terms, { price: parseCny(priceCny), area });
}

/** 分 for the whole listing, m². */
export interface WholeTerms {
  start: Fen;
  step: Fen | null;
  ceiling: Fen | null;
  area: SquareMetres;
}

/** What bids of a sealed listing have to keep to: for the whole, or for one 亩 (replay.md "Prices"). */
export function termsOf(form: string, { start, step, ceiling, area }: WholeTerms): SealedTerms {
  if (form !== 'sealed-uniform') return { minimum: start, step, ceiling, area: null };
  return {
    minimum: minimumPerMu(start, area),
    step: null,
    ceiling: ceiling === null ? null : ceilingPerMu(ceiling, area),
    area,
  };
}
