import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What the regulator keeps of each checkpoint: the signed text, and the hash of every entry since the one before. */
export interface KeptCheckpoint {
  note: string;
  /** Position of the first of `leaves`. */
  from: number;
  /** 32 bytes an entry. */
  leaves: Buffer;
}

const fileForm = z.strictObject({ note: z.string(), from: z.number().int(), leaves: z.base64() });
const keyFile = 'checkpoint-key.pem';
const exists = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * A folder of the regulator's, mounted so that the operator can add files and neither change nor remove them (a share
 * with such rights, a WORM volume). Every file is new; none is ever opened for writing twice.
 */
export class CheckpointStore {
  constructor(private readonly folder: string) {}

  /** The key by which to judge them, left there with the first checkpoint; a later one of another key is no proof. */
  async keepKey(publicKey: string): Promise<void> {
    await this.write(keyFile, publicKey);
  }

  async key(): Promise<string | null> {
    return readFile(join(this.folder, keyFile), 'utf8').catch(() => null);
  }

  async add(name: { size: number; at: string }, kept: KeptCheckpoint): Promise<void> {
    const stamp = name.at.replaceAll(/[:.]/g, '');
    const body = { ...kept, leaves: kept.leaves.toString('base64') };
    await this.write(`${String(name.size).padStart(15, '0')}-${stamp}.json`, JSON.stringify(body));
  }

  /** All of them, the shortest log first. One that cannot be read is answered as null. */
  async *all(): AsyncGenerator<{ name: string; kept: KeptCheckpoint | null }> {
    const names = (await readdir(this.folder).catch(() => []))
      .filter((name) => name.endsWith('.json'))
      .sort();
    for (const name of names) {
      const parsed = fileForm.safeParse(parse(await readFile(join(this.folder, name), 'utf8')));
      yield {
        name,
        kept: parsed.success ? { ...parsed.data, leaves: Buffer.from(parsed.data.leaves, 'base64') } : null,
      };
    }
  }

  private async write(name: string, content: string): Promise<void> {
    try {
      const file = await open(join(this.folder, name), 'wx', 0o444);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      if (!exists(error)) throw error;
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
