const endOfDirectory = 0x06054b50;
const entryMark = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const commentBytesMax = 65_535;

/**
 * What a zip archive says it unpacks to, in bytes; null when its directory is broken or an entry does not say. The
 * reader holds each entry to its word, so that this sum bounds the memory that a small file can claim.
 */
export function declaredSize(archive: Buffer): number | null {
  const end = findEnd(archive);
  if (end === null) return null;
  let at = archive.readUInt32LE(end + 16);
  let total = 0;
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + entryBytes > archive.length || archive.readUInt32LE(at) !== entryMark) return null;
    const packed = archive.readUInt32LE(at + 20);
    const unpacked = archive.readUInt32LE(at + 24);
    if (unpacked === 0 && packed > 2) return null;
    total += unpacked;
    at +=
      entryBytes +
      archive.readUInt16LE(at + 28) +
      archive.readUInt16LE(at + 30) +
      archive.readUInt16LE(at + 32);
  }
  return total;
}

function findEnd(archive: Buffer): number | null {
  const first = Math.max(0, archive.length - endBytes - commentBytesMax);
  for (let at = archive.length - endBytes; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === endOfDirectory) return at;
  }
  return null;
}
