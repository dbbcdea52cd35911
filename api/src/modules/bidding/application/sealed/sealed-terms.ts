import { type SealedTerms, termsOf } from '@muheng/contracts/common/sealed-bid';
import type { Fen, SquareMetres } from '@muheng/contracts/common/quantity';
import type { FormListing } from '../../persistence/form-listing.repository.js';

export const sealedForms: ReadonlySet<string> = new Set(['sealed-first-price', 'sealed-uniform']);

/** The terms of the listing that a row holds. */
export const sealedTermsOf = (row: FormListing): SealedTerms =>
  termsOf(row.form, {
    start: row.startPrice as Fen,
    step: row.step as Fen | null,
    ceiling: row.ceiling as Fen | null,
    area: row.offered.area as SquareMetres,
  });
