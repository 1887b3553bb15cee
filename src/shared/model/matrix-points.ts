import { type Growth, QuadrantSchema } from './customer.ts';
import type { Matrix, MatrixPoint, PackedMatrix } from './matrix.ts';
import { minor } from './money.ts';
import type { NotAvailable } from './result.ts';

const DIRECTIONS = [
  'rising',
  'declining',
  'unclear',
  'not-available',
] as const satisfies Growth['direction'][];
const QUADRANTS = QuadrantSchema.options;
/** No segment, no quadrant, no reason. */
const NONE = 255;
const NO_SEGMENT = -(2 ** 31);

type Head = { readonly points: number; readonly names: number; readonly reasons: readonly string[] };

/** Bytes of each point by column, in the order they lie in: widest first, so that every column is aligned. */
const WIDTHS = { f64: 8 * 5, i32: 4 * 3, u8: 3 };

/** Columns over the bytes, for writing as for reading. Little-endian, as every machine this runs on is. */
const columnsOver = (bytes: ArrayBuffer, from: number, n: number) => {
  let at = from;
  const take = <T>(make: (offset: number) => T, size: number): T => {
    const column = make(at);
    at += size * n;
    return column;
  };
  const f64 = () => take((offset) => new Float64Array(bytes, offset, n), 8);
  const i32 = () => take((offset) => new Int32Array(bytes, offset, n), 4);
  const u8 = () => take((offset) => new Uint8Array(bytes, offset, n), 1);
  return {
    value: f64(),
    revenue: f64(),
    growth: f64(),
    lo: f64(),
    hi: f64(),
    id: i32(),
    segment: i32(),
    /** where the name ends in the text of all names */
    nameEnd: i32(),
    quadrant: u8(),
    direction: u8(),
    reason: u8(),
    end: at,
  };
};

const aligned = (size: number): number => Math.ceil(size / 8) * 8;

/**
 * The points of the customers' matrix as bytes: a hundred thousand of them as JSON keep both sides busy for half a second.
 * Customers only: each point stands for one.
 */
export const packPoints = (points: readonly MatrixPoint[]): Uint8Array<ArrayBuffer> => {
  const names = new TextEncoder().encode(points.map(({ name }) => name).join(''));
  const reasons = [...new Set(points.flatMap(({ growth }) => growth.reason ?? []))];
  const head = new TextEncoder().encode(
    JSON.stringify({ points: points.length, names: names.length, reasons } satisfies Head),
  );
  const from = aligned(4 + head.length);
  const width = WIDTHS.f64 + WIDTHS.i32 + WIDTHS.u8;
  const bytes = new Uint8Array(from + width * points.length + names.length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  const columns = columnsOver(bytes.buffer, from, points.length);
  bytes.set(names, columns.end);
  let nameEnd = 0;
  for (const [i, { id, name, value, revenue, growth, quadrant, segment }] of points.entries()) {
    nameEnd += name.length;
    columns.id[i] = id;
    columns.value[i] = value;
    columns.revenue[i] = revenue;
    columns.growth[i] = growth.value ?? Number.NaN;
    columns.lo[i] = growth.lo ?? Number.NaN;
    columns.hi[i] = growth.hi ?? Number.NaN;
    columns.segment[i] = segment ?? NO_SEGMENT;
    columns.nameEnd[i] = nameEnd;
    columns.quadrant[i] = quadrant === null ? NONE : QUADRANTS.indexOf(quadrant);
    columns.direction[i] = DIRECTIONS.indexOf(growth.direction);
    columns.reason[i] = growth.reason === null ? NONE : reasons.indexOf(growth.reason);
  }
  return bytes;
};

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The points again, as they were packed. */
export const unpackPoints = (bytes: ArrayBuffer): MatrixPoint[] => {
  const headLength = new DataView(bytes).getUint32(0, true);
  const text = new TextDecoder();
  const head = JSON.parse(text.decode(new Uint8Array(bytes, 4, headLength))) as Head;
  const columns = columnsOver(bytes, aligned(4 + headLength), head.points);
  const names = text.decode(new Uint8Array(bytes, columns.end, head.names));
  return Array.from(
    columns.id,
    (id, i): MatrixPoint => ({
      id,
      name: names.slice(i === 0 ? 0 : columns.nameEnd[i - 1], columns.nameEnd[i]),
      value: minor(columns.value[i]!),
      revenue: minor(columns.revenue[i]!),
      growth: {
        value: numberOrNull(columns.growth[i]!),
        lo: numberOrNull(columns.lo[i]!),
        hi: numberOrNull(columns.hi[i]!),
        direction: DIRECTIONS[columns.direction[i]!]!,
        reason: head.reasons[columns.reason[i]!] ?? null,
      },
      quadrant: QUADRANTS[columns.quadrant[i]!] ?? null,
      segment: columns.segment[i] === NO_SEGMENT ? null : columns.segment[i]!,
      customers: 1,
    }),
  );
};

/** A matrix with its points, whichever way they came. */
export const unpackMatrix = async (
  answer: Matrix | PackedMatrix | NotAvailable,
): Promise<Matrix | NotAvailable> => {
  if (!('packed' in answer)) return answer;
  const { packed, ...head } = answer;
  return { ...head, points: unpackPoints(await packed.arrayBuffer()) };
};
