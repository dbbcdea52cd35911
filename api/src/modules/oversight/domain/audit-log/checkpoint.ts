/** A signed statement of how far the log went and what its root was, in the form of C2SP tlog-checkpoint. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
  /** RFC 3339, when it was signed. */
  at: string;
  hash: 'SHA-256' | 'SM3';
}

export const origin = 'muheng.audit';

/** The text that is signed: origin, size and root each on a line, then what else is said. Ends with a line feed. */
export const checkpointBody = (point: Checkpoint): string =>
  `${point.origin}\n${point.size}\n${point.root.toString('base64')}\nat ${point.at}\nhash ${point.hash}\n`;

/** Body and signature as one text: a blank line, then `— name base64`. */
export const signedCheckpoint = (point: Checkpoint, signature: Buffer): string =>
  `${checkpointBody(point)}\n— ${point.origin} ${signature.toString('base64')}\n`;

const form =
  /^(\S+)\n(\d+)\n([A-Za-z0-9+/]{43}=)\nat (\S+)\nhash (SHA-256|SM3)\n\n— \S+ ([A-Za-z0-9+/]+=*)\n$/;

/** Reads such a text; null when it is none. The signature is not judged here. */
export function parseCheckpoint(text: string): { point: Checkpoint; signature: Buffer } | null {
  const found = form.exec(text);
  if (!found) return null;
  const [, name = '', size = '', root = '', at = '', hash = '', signature = ''] = found;
  const point: Checkpoint = {
    origin: name,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    at,
    hash: hash === 'SM3' ? 'SM3' : 'SHA-256',
  };
  return { point, signature: Buffer.from(signature, 'base64') };
}
