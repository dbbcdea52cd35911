/** What a contract schema gives on the wire, as a type alone: no schema reaches the browser. */
export type Wire<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output'];

/** What a contract schema takes: the body of a command as somebody may send it. */
export type WireInput<Schema extends { readonly _zod: { readonly input: unknown } }> =
  Schema['_zod']['input'];
