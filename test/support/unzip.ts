import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const inDirectory = 0x02014b50;

/** The files in a zip such as a Word document, as text by name. Throws when it is no zip. */
export function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || file.readUInt32LE(end) !== endOfDirectory) throw new Error('This is no zip.');
  const files = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  while (file.readUInt32LE(at) === inDirectory) {
    const [isPacked, size] = [file.readUInt16LE(at + 10) !== 0, file.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const start = file.readUInt32LE(at + 42);
    const begin = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const bytes = file.subarray(begin, begin + size);
    const named = file.toString('utf8', at + 46, at + 46 + (name ?? 0));
    files.set(named, (isPacked ? inflateRawSync(bytes) : bytes).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
