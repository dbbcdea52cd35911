/** Whether two flat records say the same: for `memo` of what is made anew with every answer and seldom differs. */
export function sameFields<T extends object>(left: T, right: T): boolean {
  const names = Object.keys(left) as (keyof T)[];
  return (
    names.length === Object.keys(right).length && names.every((name) => Object.is(left[name], right[name]))
  );
}
