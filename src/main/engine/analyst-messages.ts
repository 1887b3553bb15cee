import type { IsoDay } from '../../shared/model/day.ts';
import type { SharedFile } from '../database/verify/portfolio-file.ts';
import type { Failure } from './failure.ts';
import type { UseCaseCall } from './use-cases.ts';

/** What the analyst's thread is started with. Large values come over `pieces`, to be taken one by one. */
export type AnalystStart = {
  readonly portfolio: string;
  readonly shared: SharedFile;
  readonly pieces: unknown;
};

/** Parts of the analysis as of a day, of the last day with a sale where none is given. */
export type PartsAsked = {
  readonly asOf: IsoDay | null;
  /** names of parts */
  readonly parts: readonly string[];
  /** the data version whose analysis the engine has already; null for none */
  readonly known: number | null;
};

/** Work for the analyst. */
export type ToAnalyst =
  | { readonly type: 'parts'; readonly asked: PartsAsked }
  | { readonly type: 'call'; readonly call: UseCaseCall };

/** What the analyst says to the engine. */
export type FromAnalyst =
  | { readonly type: 'phase'; readonly phase: string; readonly done: number; readonly total: number }
  /** so many pieces lie on the port: the analysis itself, or a part of it; none for a day without sales */
  | {
      readonly type: 'ready';
      readonly part: string | null;
      readonly version: number;
      readonly day: IsoDay;
      readonly pieces: number;
    }
  /** all that was asked for is there, or the data changed meanwhile and the rest is of no use */
  | { readonly type: 'done' }
  | { readonly type: 'answer'; readonly value: unknown }
  | Failure;
