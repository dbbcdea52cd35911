/**
 * Kills the process here when `FAILPOINT` names this place, so that a test can ask of each boundary what happens if
 * the process dies on it. `FAILPOINT=name:3` dies the third time. Inert in production.
 */
export function failpoint(name: string): void {
  const wanted = process.env['FAILPOINT'];
  if (wanted === undefined || process.env['NODE_ENV'] === 'production') return;
  const [place, turn] = split(wanted);
  if (place !== name) return;
  const passed = (passes.get(name) ?? 0) + 1;
  passes.set(name, passed);
  if (passed >= turn) process.kill(process.pid, 'SIGKILL');
}

const passes = new Map<string, number>();

/** `settle:after-capture:2` → place and turn; a name may hold colons itself. */
function split(wanted: string): [string, number] {
  const counted = /^(.+):(\d+)$/.exec(wanted);
  return counted ? [counted[1] ?? wanted, Number(counted[2])] : [wanted, 1];
}
