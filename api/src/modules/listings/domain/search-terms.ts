/** Terms asked of the index at most: more of them make it no narrower, and each is one look. */
const termsMax = 4;

/** Small letters as far as they are ASCII: those are folded alike here and in the database. */
const foldText = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A lexeme of PostgreSQL's `tsquery`, whatever stands in it. */
const lexeme = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * A text as a `tsquery` over the terms of `listing_search`: what contains the text has all of them, and little else has.
 * Three characters in a row, evenly spread; of a shorter text itself, or what begins with it.
 */
export function searchTerms(text: string): string {
  const letters = Array.from(foldText(text));
  if (letters.length < 3) {
    const short = letters.join('');
    const isStored = (letters[0]?.codePointAt(0) ?? 0) > 127;
    return isStored ? lexeme(short) : `${lexeme(short)}:*`;
  }
  const last = letters.length - 3;
  const count = Math.min(termsMax, last + 1);
  const places = Array.from({ length: count }, (_, i) =>
    count === 1 ? 0 : Math.round((i * last) / (count - 1)),
  );
  const grams = places.map((place) => letters.slice(place, place + 3).join(''));
  return [...new Set(grams)].map(lexeme).join(' & ');
}

/** Narrows a search to what never changes of a noticed listing: its indicator and its counties. */
export function narrowTerms(
  words: string,
  { quota, counties }: { quota?: string | undefined; counties?: readonly string[] | undefined },
): string {
  const places = counties?.map((county) => lexeme(`@${county}`)).join(' | ');
  return [words, quota && lexeme(`$${quota}`), places && `(${places})`].filter(Boolean).join(' & ');
}

/** The text as a pattern of `like`: `%` and `_` that somebody typed are letters, not wildcards. */
export const searchPattern = (text: string): string => `%${foldText(text).replaceAll(/[\\%_]/g, '\\$&')}%`;
