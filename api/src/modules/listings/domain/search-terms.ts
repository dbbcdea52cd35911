/** Terms asked of the index at most: more of them make it no narrower, and each is one look. */
const termsMax = 3;

/** Lexemes that stand in many texts, with the share of the texts that have them, 0 to 1. */
export type FrequentTerms = ReadonlyMap<string, number>;

/** Small letters as far as they are ASCII: those are folded alike here and in the database. */
const foldText = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** A lexeme of PostgreSQL's `tsquery`, whatever stands in it. */
const lexeme = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * A text as a `tsquery` over the terms of `listing_search`: what contains the text has all of them, and little else has. Of
 * every three characters in a row those that fewest texts have, the last ones first: numbers differ at their ends. To walk
 * the list of a term that a million texts have takes longer than all else. Of a shorter text itself, or what begins with it.
 */
export function tellingTerms(text: string, frequent: FrequentTerms): string {
  const letters = Array.from(foldText(text));
  if (letters.length < 3) {
    const short = letters.join('');
    const isStored = (letters[0]?.codePointAt(0) ?? 0) > 127;
    return isStored ? lexeme(short) : `${lexeme(short)}:*`;
  }
  const grams = letters.slice(2).map((_, place) => letters.slice(place, place + 3).join(''));
  const rarestFirst = [...new Set(grams.reverse())].sort(
    (left, right) => (frequent.get(left) ?? 0) - (frequent.get(right) ?? 0),
  );
  return rarestFirst.slice(0, termsMax).map(lexeme).join(' & ');
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
