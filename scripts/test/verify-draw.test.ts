import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draw } from '@muheng/contracts/common/draw';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'muheng-draw-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const at = new Date('2026-03-02T09:00:00.000Z');
const log = ['640106', '640181', '640105'].map((bidder, index) => ({
  seq: index + 1,
  bidder,
  value: index === 0 ? '900.00' : '',
  at,
}));
const record = draw(sha256, 'ceiling', '0190a000-0000-7000-8000-000000000000', 'ab'.repeat(32), log);

/** Runs the command as anybody does, on a file. */
function verify(name: string, content: string): Promise<{ code: number; out: string; errors: string }> {
  const file = join(folder, name);
  writeFileSync(file, content);
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/verify-draw.mjs', file], (error, out, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, errors });
    });
  });
}

describe('npm run verify-draw', () => {
  it('runs a published record again, whoever else has vouched for it', async () => {
    const { code, out } = await verify('good.json', JSON.stringify({ ...record, verified: false }));
    expect(JSON.parse(out)).toEqual({ ok: true, order: record.order });
    expect(code).toBe(0);
  });

  it('names what a forger changed', async () => {
    const order = [...record.order].reverse();
    const { code, out } = await verify('forged.json', JSON.stringify({ ...record, order, verified: true }));
    expect(JSON.parse(out)).toEqual({ ok: false, order: record.order, faults: ['order'] });
    expect(code).toBe(1);
  });

  it('says what is no record at all', async () => {
    const { code, out, errors } = await verify('other.json', '{"order": []}');
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain('other.json');
  });
});
