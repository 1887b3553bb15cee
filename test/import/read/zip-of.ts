import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive. What the archive says of it may be a lie. */
export type Part = {
  readonly name: string;
  readonly content: string | Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly saidSize?: number;
  /** take the compressed bytes as they are */
  readonly raw?: Buffer;
};

/** A zip file of these parts. */
export const zipOf = (parts: readonly Part[]): Buffer => {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, flags = 0x800, method = 8, saidSize, raw } of parts) {
    const bytes = Buffer.from(content);
    const packed = raw ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(saidSize ?? bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, label, packed);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    list.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const listBytes = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listBytes, end]);
};

const BOOK = `<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="Sales" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const LINKS = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`;

/** The parts of the smallest workbook, with this XML as its one sheet. */
export const workbookParts = (sheet: string): readonly Part[] => [
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'xl/workbook.xml', content: BOOK },
  { name: 'xl/_rels/workbook.xml.rels', content: LINKS },
  { name: 'xl/worksheets/sheet1.xml', content: sheet },
];

export const sheetXml = (rows: readonly (readonly (string | number)[])[]): string =>
  `<worksheet><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((cell, column) => {
            const at = `${String.fromCharCode(65 + column)}${row + 1}`;
            return typeof cell === 'number'
              ? `<c r="${at}"><v>${cell}</v></c>`
              : `<c r="${at}" t="inlineStr"><is><t>${cell.replace(/[&<]/g, (c) => (c === '&' ? '&amp;' : '&lt;'))}</t></is></c>`;
          })
          .join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;
