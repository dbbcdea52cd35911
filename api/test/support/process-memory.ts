import { openSync, readFileSync, readSync, closeSync } from 'node:fs';

const piece = 4 * 1024 * 1024;

/**
 * Which of these texts stand anywhere in a process's writable memory, in UTF-8 or UTF-16: what somebody who has the
 * machine would find. Linux only, and only for a process that this one has started.
 */
export function findInMemory(pid: number, texts: readonly string[]): Set<string> {
  const wanted = texts.flatMap((text) => [
    { text, bytes: Buffer.from(text, 'utf8') },
    { text, bytes: Buffer.from(text, 'utf16le') },
  ]);
  const overlap = Math.max(...wanted.map((each) => each.bytes.length));
  const found = new Set<string>();
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const buffer = Buffer.alloc(piece + overlap);
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const [, from = '', to = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
    if (!rights.startsWith('rw')) continue;
    const end = BigInt(`0x${to}`);
    for (let at = BigInt(`0x${from}`); at < end; at += BigInt(piece)) {
      const length = Number(end - at < BigInt(buffer.length) ? end - at : BigInt(buffer.length));
      const read = tryRead(memory, buffer, length, at);
      const seen = buffer.subarray(0, read);
      for (const { text, bytes } of wanted) if (!found.has(text) && seen.includes(bytes)) found.add(text);
    }
  }
  closeSync(memory);
  return found;
}

/** Pages may go away while they are read. */
function tryRead(memory: number, buffer: Buffer, length: number, at: bigint): number {
  try {
    return readSync(memory, buffer, 0, length, at);
  } catch {
    return 0;
  }
}
