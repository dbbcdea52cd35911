import { counties, findCity } from '@muheng/contracts/common/regions';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { ImportQueries } from '../../src/modules/quota-bank/application/import.queries.js';
import { RunImport } from '../../src/modules/quota-bank/application/run-import.use-case.js';
import { StartImport } from '../../src/modules/quota-bank/application/start-import.use-case.js';
import { projectHeader } from '../../src/modules/quota-bank/domain/project-columns.js';
import { type Bench, take } from '../frame/bench.js';
import { bySystem, openCore } from '../frame/core.js';
import { round } from '../frame/statistics.js';

/** As many as one file may have. */
const rows = 20_000;

const nothing = { rows: null, seconds: null, again: null };
export const figures = { sheet: nothing };

/** A whole sheet of sound projects from its upload to the last lot in the bank, and the same file once more. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  return { sheet: await take(nothing, () => measureSheet(bench)) };
}

async function measureSheet(bench: Bench) {
  const { api } = await bench.database();
  const content = sheetOf(rows);
  const app = await openCore(api);
  try {
    const once = async (expected: 'banked' | 'unchanged'): Promise<number> => {
      const started = performance.now();
      const { id } = await app
        .get(StartImport)
        .execute(bySystem(), { fileName: 'bench.csv', content }, { inBackground: false });
      await app.get(RunImport).execute(id, 'bench');
      const seconds = (performance.now() - started) / 1_000;
      const outcome = await app.get(ImportQueries).oneForMarket(id);
      if (outcome[expected] !== rows)
        throw new Error(JSON.stringify({ ...outcome, rejected: outcome.rejected.slice(0, 3) }));
      return round(seconds, 2);
    };
    return { rows, seconds: await once('banked'), again: await once('unchanged') };
  } finally {
    await app.close();
  }
}

function sheetOf(count: number): Buffer {
  const lines = Array.from({ length: count }, (_, n) => {
    const county = counties[n % counties.length];
    const area = 100_000n + BigInt(n);
    return [
      ...[`NX-BENCH-${n}`, '测量项目', county?.code, findCity(county?.city ?? '')?.zh, county?.zh],
      ...['验收〔2025〕1号', '2025-01-02', `BENCH-${n}`, formatHa(area), '0.0000', formatKg(area * 6_000n)],
      ...['12', '县级财政', '已入库', '', ''],
    ].join(',');
  });
  return Buffer.from([projectHeader.join(','), ...lines].join('\n'));
}
