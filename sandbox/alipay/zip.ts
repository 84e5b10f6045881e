import { crc32, deflateRawSync } from 'node:zlib';

interface ZippedFile {
  /** As it stands in the archive: Alipay's names are GBK, and no flag says so. */
  readonly name: Buffer;
  readonly data: Buffer;
}

const DEFLATED = 8;

/** A zip archive of whole files (APPNOTE 6.3: local headers, central directory, its end). */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of files) {
    const packed = deflateRawSync(data);
    const shared = sharedFields(name, data, packed);
    const local = Buffer.concat([uint32(0x04034b50), shared, name, packed]);
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(20), shared, Buffer.alloc(10), uint32(offset), name]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = uint16(files.length);
  const end = [uint32(0x06054b50), Buffer.alloc(4), count, count, uint32(central.length), uint32(offset), uint16(0)];
  return Buffer.concat([...parts, central, ...end]);
}

/** Version 2.0, no flags, deflated, no date, checksum, sizes, and the length of the name. */
const sharedFields = (name: Buffer, data: Buffer, packed: Buffer): Buffer =>
  Buffer.concat([
    uint16(20),
    uint16(0),
    uint16(DEFLATED),
    Buffer.alloc(4),
    uint32(crc32(data)),
    uint32(packed.length),
    uint32(data.length),
    uint16(name.length),
    uint16(0),
  ]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
