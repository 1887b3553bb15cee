/** A PNG picture of a square icon. */
export type IconPng = { readonly size: number; readonly png: Buffer };

const ICO_HEAD = 6;
const ICO_ENTRY = 16;
const ICNS_HEAD = 8;

/**
 * A Windows icon file whose pictures are PNG (Windows Vista and later).
 * @param pictures sizes up to 256 px  @throws RangeError for a larger one, which the one-byte size cannot hold
 * Source: Microsoft, "Icons", ICONDIR and ICONDIRENTRY.
 */
export const icoOf = (pictures: readonly IconPng[]): Buffer => {
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { size, png }] of pictures.entries()) {
    if (size > 256) throw new RangeError(`an .ico holds no picture of ${size} px`);
    const entry = ICO_HEAD + ICO_ENTRY * at;
    // 256 is written as 0
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
};

/** Apple's types that hold PNG on every supported macOS; 16 and 32 px at one-fold scale do not, and are scaled down. */
export const ICNS_TYPES: Readonly<Record<string, number>> = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};

/**
 * A macOS icon file of PNG pictures.
 * @param pictures one of each size in `ICNS_TYPES`  @throws RangeError if one is missing
 * Source: the header is `icns` and the file's length; each element is its type, its length with these 8 bytes, its data.
 */
export const icnsOf = (pictures: readonly IconPng[]): Buffer => {
  const block = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(ICNS_HEAD);
    head.write(type, 'latin1');
    head.writeUInt32BE(ICNS_HEAD + data.length, 4);
    return Buffer.concat([head, data]);
  };
  const elements = Object.entries(ICNS_TYPES).map(([type, size]) => {
    const picture = pictures.find((each) => each.size === size);
    if (!picture) throw new RangeError(`an .icns needs a picture of ${size} px`);
    return block(type, picture.png);
  });
  return block('icns', Buffer.concat(elements));
};
