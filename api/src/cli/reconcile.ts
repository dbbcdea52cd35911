import { audit } from '../modules/oversight/persistence/audit.js';

/**
 * `reconcile [--json]`: every identity of domain §13 and invariant of reliability §2 on the market at DATABASE_URL.
 * Prints as commands.md says. Exit 0: all holds; 1: something differs; 2: used wrongly.
 */
const usage = 'Usage: reconcile [--json], with DATABASE_URL set\n';
const flags = process.argv.slice(2);
const url = process.env['DATABASE_URL'];
const json = flags.includes('--json');

if (!url || flags.some((flag) => flag !== '--json')) {
  process.stderr.write(usage);
  process.exit(2);
}

const terminal = process.stderr.isTTY;
const report = await audit(url, {
  onProgress: (done, total) => {
    if (terminal) process.stderr.write(`\r${done}/${total} 核对 checks`);
  },
});
if (terminal) process.stderr.write('\n');
if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  const counts = Object.entries(report.checked).map(([what, n]) => `${what} ${n}`);
  process.stdout.write(`${counts.join(' · ')} · ${report.seconds} s\n`);
  for (const { code, subject, expected, actual } of report.findings) {
    process.stdout.write(`✗ ${code}: ${subject}: 应为 expected ${expected}, 实为 actual ${actual}\n`);
  }
  process.stdout.write(
    report.ok ? '✓ 账实相符 The books agree.\n' : `✗ ${report.findings.length} 处不符 findings\n`,
  );
}
process.exitCode = report.ok ? 0 : 1;
