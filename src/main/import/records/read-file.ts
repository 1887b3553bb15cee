import { setImmediate as breathe } from 'node:timers/promises';
import { Cells, type SourceRecord } from '../check/cells.ts';
import { CustomerReader } from '../check/customer-reader.ts';
import { IssueLog, type IssueSink } from '../check/issue-log.ts';
import { Names } from '../check/names.ts';
import { fitsWidth, isBlank, raggedMessage } from '../check/record-width.ts';
import type { RecordPlan } from '../plan/read-plan.ts';
import { readRecords } from '../read/records.ts';
import { phoneOf } from '../values/phone.ts';
import { totalRowKind } from '../values/words.ts';
import { RECORD_READERS } from './kinds/index.ts';
import { type RecordRow, RecordSet } from './record-set.ts';
import { RecordValues } from './record-values.ts';

/** What a whole file says, before it is compared with the portfolio. */
export type FileRecords = {
  /** for each record that is in, what it says */
  readonly records: readonly (readonly RecordRow[])[];
  readonly set: RecordSet;
  readonly names: Names;
  readonly read: number;
  readonly sink: IssueSink;
};

/** Reads a file of another kind than sales into memory: a business has thousands of these, not millions. */
export const readFile = async (
  plan: RecordPlan,
  progress: (bytesRead: number, rows: number) => void,
  signal?: AbortSignal,
): Promise<FileRecords> => {
  const cells = new Cells(plan.columns);
  const sink: IssueSink = { issues: [], issueCounts: {}, leftOut: 0, leftOutMinor: 0 };
  const issues = new IssueLog();
  issues.begin(sink);
  const names = new Names(plan.sourceKey, (text) => phoneOf(text, plan.region));
  const values = new RecordValues(plan, cells, issues, names, new CustomerReader(cells, names));
  const set = new RecordSet();
  const readRecord = RECORD_READERS[plan.kind];
  const records: (readonly RecordRow[])[] = [];
  let read = 0;
  const take = (record: SourceRecord, row: number): void => {
    if (isBlank(record)) return;
    read++;
    if (!fitsWidth(record, plan.width, plan.endsEarly)) {
      const message = raggedMessage(record, plan.width);
      issues.leave({ row, field: null, code: 'record-ragged', value: record.join(' '), message }, 0);
      return;
    }
    const total = totalRowKind(record);
    if (total === 'footer-row') {
      const value = record.find((cell) => cell.trim() !== '') ?? '';
      issues.leave(
        { row, field: null, code: total, value, message: "The file's own total, not a record." },
        0,
      );
      return;
    }
    values.begin(record.map(unquoted), row);
    const said = readRecord(values, set);
    if (said) records.push(said);
    else sink.leftOut++;
  };
  for (const batch of readRecords(plan.path, plan.dialect)) {
    batch.records.forEach((record, index) => {
      const row = batch.firstRow + index;
      if (row > plan.headerRow) take(record, row);
    });
    progress(batch.bytesRead, read);
    await breathe(); // lets a wish to cancel arrive
    signal?.throwIfAborted();
  }
  return { records, set, names, read, sink };
};

/** Spreadsheets guard numbers with an apostrophe that is no part of them. */
const unquoted = (cell: string): string => (/^'[\d+]/.test(cell) ? cell.slice(1) : cell);
