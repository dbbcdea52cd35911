/** The package declares only its root; the Chinese half alone is a third of its size. */
declare module 'nzh/cn' {
  interface MoneyOptions {
    outSymbol?: boolean;
    forceZheng?: boolean;
  }
  const nzh: { toMoney(amount: string, options?: MoneyOptions): string; encodeS(value: string): string };
  export default nzh;
}
