/** The English half of a feature's messages: the same keys, or it does not compile. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** i18next resources of one language: namespace → messages. */
export type Bundle = Record<string, object>;
