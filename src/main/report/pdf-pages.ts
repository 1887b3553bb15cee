import { inflateSync } from 'node:zlib';

/*
 * Just enough of PDF to know how many pages a file has: objects, also those in compressed object streams, and the page
 * tree that the catalogue names. Not a reader of PDF: text and pictures are skipped.
 */

/** object number → its text (a stream's dictionary, without the stream) */
type Objects = Map<number, string>;

const OBJECT = /(\d+)\s+\d+\s+obj\b/g;
const STREAM = /\bstream\r?\n/g;

const streamEnd = (text: string, start: number, dictionary: string): number => {
  // A length that is a reference, or wrong, is not believed: the keyword decides.
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const told = start + length;
  if (Number.isFinite(told) && /^\s*endstream/.test(text.slice(told, told + 12))) return told;
  const found = text.indexOf('endstream', start);
  return found < 0 ? text.length : found;
};

const packed = (dictionary: string, stream: Buffer): readonly (readonly [number, string])[] => {
  const count = Number(/\/N\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const text = (/\/FlateDecode/.test(dictionary) ? inflateSync(stream) : stream).toString('latin1');
  const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
  return Array.from({ length: count }, (_, i) => {
    const from = first + (heads[2 * i + 1] ?? 0);
    const to = i + 1 < count ? first + (heads[2 * i + 3] ?? 0) : text.length;
    return [heads[2 * i] ?? 0, text.slice(from, to)] as const;
  });
};

const readObjects = (pdf: Buffer): Objects => {
  const text = pdf.toString('latin1');
  const objects: Objects = new Map();
  OBJECT.lastIndex = 0;
  for (let head = OBJECT.exec(text); head !== null; head = OBJECT.exec(text)) {
    const start = OBJECT.lastIndex;
    const end = text.indexOf('endobj', start);
    STREAM.lastIndex = start;
    const stream = STREAM.exec(text);
    if (stream === null || (end >= 0 && stream.index > end)) {
      objects.set(Number(head[1]), text.slice(start, end < 0 ? text.length : end));
      if (end < 0) break;
      OBJECT.lastIndex = end;
      continue;
    }
    const dictionary = text.slice(start, stream.index);
    const close = streamEnd(text, STREAM.lastIndex, dictionary);
    objects.set(Number(head[1]), dictionary);
    if (/\/Type\s*\/ObjStm\b/.test(dictionary)) {
      for (const [id, body] of packed(dictionary, pdf.subarray(STREAM.lastIndex, close)))
        objects.set(id, body);
    }
    OBJECT.lastIndex = close;
  }
  return objects;
};

const isKind = (body: string | undefined, kind: string): boolean =>
  body !== undefined && new RegExp(`/Type\\s*/${kind}(?![A-Za-z])`).test(body);

const leaves = (objects: Objects, id: number, seen: Set<number>): number => {
  if (seen.has(id)) return 0;
  seen.add(id);
  const body = objects.get(id);
  if (isKind(body, 'Page')) return 1;
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(body ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+)\s+\d+\s+R/g)].reduce(
    (sum, kid) => sum + leaves(objects, Number(kid[1]), seen),
    0,
  );
};

/**
 * How many pages a PDF has.
 * @throws RangeError when it has no readable page tree
 */
export const pdfPages = (pdf: Buffer): number => {
  const objects = readObjects(pdf);
  const bodies = [...objects.values()];
  // After an update the later catalogue replaces the earlier one.
  const catalogue = bodies.findLast((body) => isKind(body, 'Catalog'));
  const root = /\/Pages\s+(\d+)\s+\d+\s+R/.exec(catalogue ?? '')?.[1];
  const pages = root === undefined ? 0 : leaves(objects, Number(root), new Set());
  const count = pages > 0 ? pages : bodies.filter((body) => isKind(body, 'Page')).length;
  if (count === 0) throw new RangeError('a PDF without pages');
  return count;
};
