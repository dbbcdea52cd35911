import { sha256Hex } from '../../lib/sha256.js';

/** What the local check of a file found. */
export type FileCheck =
  | { state: 'idle' }
  | { state: 'working'; name: string }
  | { state: 'match' | 'mismatch'; name: string; bytes: number; milliseconds: number; digest: string }
  | { state: 'unsupported' | 'unreadable'; name: string };

/** Reads a file on this machine and compares its SHA-256 with the registered one. Never throws, never sends. */
export async function checkFile(file: File, registered: string): Promise<FileCheck> {
  const started = performance.now();
  try {
    const digest = await sha256Hex(await file.arrayBuffer());
    if (digest === null) return { state: 'unsupported', name: file.name };
    return {
      state: digest === registered.toLowerCase() ? 'match' : 'mismatch',
      name: file.name,
      bytes: file.size,
      milliseconds: Math.max(1, Math.round(performance.now() - started)),
      digest,
    };
  } catch {
    return { state: 'unreadable', name: file.name };
  }
}

/** `"108 KB"`. */
export const sizeText = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
