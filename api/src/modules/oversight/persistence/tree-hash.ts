import { hash } from 'node:crypto';
import type { TreeHash } from '../domain/audit-log/merkle.js';

const algorithms = { 'SHA-256': 'sha256', SM3: 'sm3' } as const;

/** The hash that chains the audit log: SHA-256 as RFC 9162 has it, or SM3 (GB/T 32905) in its place. */
export const treeHash = (name: TreeHash['name']): TreeHash => ({
  name,
  digest: (bytes) => hash(algorithms[name], bytes, 'buffer'),
});
