import { z } from 'zod';
import type { MatrixSubject } from '../../../shared/model/matrix.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { readSetting, writeSetting } from '../../database/settings.ts';

/** The lines the owner has set on a matrix: minor units and a ratio; null where the suggestion from the data holds. */
export const ChosenLinesSchema = z
  .object({ value: z.number().nullable(), growth: z.number().nullable() })
  .readonly();
export type ChosenLines = z.infer<typeof ChosenLinesSchema>;

const NO_LINES: ChosenLines = { value: null, growth: null };

const settingOf = (subject: MatrixSubject): string => `matrix.${subject}`;

export const readChosenLines = (db: Readable, subject: MatrixSubject): ChosenLines =>
  readSetting(db, settingOf(subject), NO_LINES);

export const writeChosenLines = (db: Writable, subject: MatrixSubject, lines: ChosenLines): void =>
  writeSetting(db, settingOf(subject), lines);
