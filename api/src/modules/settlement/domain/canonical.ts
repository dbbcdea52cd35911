/**
 * JSON with its keys in order and no white space, so that the same content always has the same bytes, and anyone who
 * has the content can compute its digest again (UTF-8, SHA-256).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
