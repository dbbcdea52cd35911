// One of several api processes whose clients all want units of one lot at once. Says what came of it, as JSON.
import { randomUUID } from 'node:crypto';
import { createDataSource } from '../../dist/src/kernel/database/data-source.js';
import { UnitOfWork } from '../../dist/src/kernel/unit-of-work/unit-of-work.js';
import { moveQuota } from '../../dist/src/modules/ledger/application/journal.js';

const { url, actor, lots, owners, clients, acts } = JSON.parse(process.argv[2] ?? '{}');
const source = await createDataSource(url, 'muheng_api', clients).initialize();
const work = new UnitOfWork(source);
const tally = { done: 0, refused: 0 };

/** List, withdraw, or hand over to the other party: a few units of the one lot, or of what was bought of it. */
function anyMove() {
  const amount = BigInt(1 + Math.floor(Math.random() * 9));
  const kind = ['list', 'list', 'unlist', 'transfer'][Math.floor(Math.random() * 4)];
  const from = kind === 'list' ? 'available' : 'listed';
  const to = kind === 'list' ? 'listed' : 'available';
  const side = kind === 'transfer' ? 1 : 0;
  return { kind, amount, from, to, lotId: lots[0], toLotId: lots[side], toPartyId: owners[side] };
}

async function client() {
  for (let i = 0; i < acts; i += 1) {
    const key = randomUUID();
    const move = { ...anyMove(), subjectType: 'race', subjectId: randomUUID(), asset: 'SFQ.AREA' };
    tally[await tried(key, move)] += 1;
  }
}

/**
 * As a client does: what was cut off by a limit of time is asked again under its key, and happens once.
 * @param {string} key
 * @param {Record<string, unknown>} move
 * @returns {Promise<'done' | 'refused'>}
 */
async function tried(key, move) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const context = { actor, key, requestId: 'race' };
      await work.run(
        { name: 'test.race', scope: 'market' },
        context,
        { subject: move.subjectId },
        async (tx) => {
          await moveQuota(tx, [move]);
          return null;
        },
      );
      return 'done';
    } catch (error) {
      if (/quota_short|account_not_negative/.test(String(error))) return 'refused';
      const isLate = /timeout|in-progress/.test(`${String(error)} ${error?.code ?? ''}`);
      if (!isLate || attempt === 10) throw error;
    }
  }
}

await Promise.all(Array.from({ length: clients }, client));
await source.destroy();
process.stdout.write(JSON.stringify(tally));
