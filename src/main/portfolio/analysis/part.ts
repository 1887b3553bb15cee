import type { Readable } from '../../database/connection.ts';
import type { Analysis } from './analysis.ts';

/**
 * Something that follows from an analysis, computed when it is first asked for and kept as long as the analysis is.
 * Each part is declared once, where it is computed; the declaration is also how it is asked for.
 */
export type Part<T = unknown> = {
  /** what it is called between threads: see `parts.ts` */
  readonly partName: string;
  /** the kept value, or computes and keeps it; for callers that treat all parts alike */
  readonly read: (db: Readable, analysis: Analysis) => T;
  readonly isKept: (analysis: Analysis) => boolean;
  /** Takes over a value that was computed in another thread, or for an analysis that differs in nothing it uses. */
  keep(analysis: Analysis, value: T): void;
};

/** A part that uses nothing but the analysis, so that no later edit of the data can change it. */
export type AnalysisPart<T> = Part<T> & ((analysis: Analysis) => T);

/** A part that also reads the portfolio as of the analysis' data version. */
export type DataPart<T> = Part<T> & ((db: Readable, analysis: Analysis) => T);

/**
 * Declares a part that is computed from the analysis alone.
 * @param partName unique among all parts
 */
export const part = <T>(partName: string, compute: (analysis: Analysis) => T): AnalysisPart<T> => {
  const { kept, ...rest } = store<T>(partName);
  const read = (analysis: Analysis): T => kept(analysis, () => compute(analysis));
  return Object.assign(read, rest, { read: (_: Readable, analysis: Analysis) => read(analysis) });
};

/** Declares a part that is computed from the analysis and the database. */
export const dataPart = <T>(
  partName: string,
  compute: (db: Readable, analysis: Analysis) => T,
): DataPart<T> => {
  const { kept, ...rest } = store<T>(partName);
  const read = (db: Readable, analysis: Analysis): T => kept(analysis, () => compute(db, analysis));
  return Object.assign(read, rest, { read });
};

/** Declares one part for each of some keys: the order of a table by each of its columns, the lines of each matrix. */
export const partsBy = <K extends string, P>(
  keys: readonly K[],
  declare: (key: K) => P,
): Readonly<Record<K, P>> => Object.fromEntries(keys.map((key) => [key, declare(key)])) as Record<K, P>;

const store = <T>(partName: string) => {
  const values = new WeakMap<Analysis, { readonly value: T }>();
  const keep = (analysis: Analysis, value: T): void => {
    values.set(analysis, { value });
  };
  return {
    partName,
    keep,
    isKept: (analysis: Analysis) => values.has(analysis),
    kept: (analysis: Analysis, compute: () => T): T => {
      if (!values.has(analysis)) keep(analysis, compute());
      return values.get(analysis)!.value;
    },
  };
};
