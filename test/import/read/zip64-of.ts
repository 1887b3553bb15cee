import { crc32, deflateRawSync } from 'node:zlib';

const WIDE = 0xffffffff;

/**
 * A zip file of one part in the zip64 form, as programs write it that do not know the size beforehand: sizes and
 * place in the extra field, the list of contents found through the zip64 end record alone.
 */
export const zip64Of = (name: string, content: string, entries = 1): Buffer => {
  const bytes = Buffer.from(content);
  const packed = deflateRawSync(bytes);
  const label = Buffer.from(name);
  const sizes = Buffer.alloc(20);
  sizes.writeUInt16LE(1, 0);
  sizes.writeUInt16LE(16, 2);
  sizes.writeBigUInt64LE(BigInt(bytes.length), 4);
  sizes.writeBigUInt64LE(BigInt(packed.length), 12);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(45, 0);
  common.writeUInt16LE(0x800, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(WIDE, 14);
  common.writeUInt32LE(WIDE, 18);
  common.writeUInt16LE(label.length, 22);
  common.writeUInt16LE(sizes.length, 24);
  const file = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, label, sizes, packed]);
  const extra = Buffer.alloc(28);
  sizes.copy(extra);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(0n, 20);
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 0, 'latin1');
  entry.writeUInt16LE(45, 4);
  common.copy(entry, 6);
  entry.writeUInt16LE(extra.length, 30);
  entry.writeUInt32LE(WIDE, 42);
  const list = Buffer.concat([entry, label, extra]);
  const wideEnd = Buffer.alloc(56);
  wideEnd.write('PK\u0006\u0006', 0, 'latin1');
  wideEnd.writeBigUInt64LE(44n, 4);
  wideEnd.writeUInt16LE(45, 12);
  wideEnd.writeUInt16LE(45, 14);
  wideEnd.writeBigUInt64LE(BigInt(entries), 24);
  wideEnd.writeBigUInt64LE(BigInt(entries), 32);
  wideEnd.writeBigUInt64LE(BigInt(list.length), 40);
  wideEnd.writeBigUInt64LE(BigInt(file.length), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(file.length + list.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([file, list, wideEnd, locator, end]);
};
