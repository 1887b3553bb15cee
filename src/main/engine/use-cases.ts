import type { Readable } from '../database/connection.ts';
import { readAudit } from '../portfolio/audit/audit.ts';
import { addMark, answerMark, changeMark, removeMark } from '../portfolio/calendar/marks.ts';
import { readCalendar } from '../portfolio/calendar/owners-calendar.ts';
import { readInbox } from '../portfolio/listening/inbox.ts';
import { readListening } from '../portfolio/listening/listening.ts';
import { readMovement } from '../portfolio/matrix/matrix-movement.ts';
import { readRiskValue } from '../portfolio/matrix/risk-value.ts';
import {
  findProducts,
  markProducts,
  readProductMarks,
  taxProducts,
} from '../portfolio/products/product-marks.ts';
import { likelyBuyers, nextProducts, readProducts } from '../portfolio/products/products.ts';
import { readQuestions } from '../portfolio/questions/questions.ts';
import { makeReview } from '../portfolio/reviews/reviews.ts';
import { readMigration } from '../portfolio/segments/segment-movement.ts';
import { chooseSegments, previewSegments, readSegments } from '../portfolio/segments/segments.ts';
import { updateSettings } from '../portfolio/settings/info.ts';
import { readAcquisition } from '../portfolio/value/acquisition-view.ts';
import { readValue } from '../portfolio/value/value-view.ts';

/**
 * Use cases that the analyst runs as a whole, because what they are based on is too large or too rarely wanted to be handed
 * over: every line that was sold, or a search for natural groups.
 */
export const READS = {
  audit: readAudit,
  riskValue: readRiskValue,
  products: readProducts,
  productMarks: readProductMarks,
  findProducts,
  likelyBuyers,
  nextProducts,
  questions: readQuestions,
  value: readValue,
  acquisition: readAcquisition,
  listening: readListening,
  inbox: readInbox,
  segments: readSegments,
  segmentPreview: previewSegments,
  migration: readMigration,
  movement: readMovement,
  calendar: readCalendar,
} satisfies Readonly<Record<string, (db: Readable, ...given: never) => unknown>>;

/** The same with something to keep at the end; the session lets nobody else write meanwhile. */
export const WRITES = {
  chooseSegments,
  makeReview,
  markProducts,
  taxProducts,
  updateSettings,
  addMark,
  answerMark,
  changeMark,
  removeMark,
};

export type Reads = typeof READS;
export type Writes = typeof WRITES;

type Arguments<F> = F extends (db: never, ...rest: infer Rest) => unknown ? Rest : never;

/** A use case by name, with what it is called with after the connection: plain data. */
export type UseCaseCall =
  | {
      readonly [Name in keyof Reads]: { readonly read: Name; readonly with: Arguments<Reads[Name]> };
    }[keyof Reads]
  | {
      readonly [Name in keyof Writes]: { readonly write: Name; readonly with: Arguments<Writes[Name]> };
    }[keyof Writes];

export type ReadArguments<Name extends keyof Reads> = Arguments<Reads[Name]>;
export type WriteArguments<Name extends keyof Writes> = Arguments<Writes[Name]>;
