import type { ImportOptions, ImportQuestion } from '../../../../shared/model/importing.ts';
import type { Decisions } from '../../plan/decisions.ts';
import type { FileFacts } from '../../read/inspect-file.ts';
import { readRecords } from '../../read/records.ts';
import { type DateOrder, orderOfFormat } from '../../values/date.ts';
import type { DecimalMark } from '../../values/decimal.ts';
import type { Table } from '../table/dialect.ts';
import { dateQuestion, decimalQuestion } from './questions.ts';
import { DateVotes, DecimalVotes, localeStyle } from './styles.ts';

/** How a file writes its days and numbers; null is open, and then there is a question. */
export type Styles = {
  readonly dateOrder: DateOrder | null;
  readonly dateExample: string;
  readonly decimal: DecimalMark | null;
  readonly questions: readonly ImportQuestion[];
  /** answers that the file itself did not give */
  readonly answers: Pick<Decisions, 'dateOrder' | 'decimal'>;
  /** whether an earlier file's answer was used */
  readonly remembered: boolean;
};

/** The places of the columns that vote: all that hold days, all that hold numbers. */
export type VotingColumns = { readonly dates: readonly number[]; readonly numbers: readonly number[] };

/**
 * One decision for the whole file, by the votes of all its date and number columns. What the values leave open is
 * answered by an option or a locale, and else asked with both readings.
 */
export const decideStyles = (
  facts: FileFacts,
  table: Table,
  columns: VotingColumns,
  options: ImportOptions,
  memory: Pick<Decisions, 'dateOrder' | 'decimal'> | null = null,
): Styles => {
  const dates = new DateVotes();
  const decimals = new DecimalVotes();
  const vote = (record: readonly string[]): void => {
    for (const column of columns.dates) dates.add(record[column] ?? '');
    for (const column of columns.numbers) decimals.add(record[column] ?? '');
  };
  for (const record of table.sample) vote(record);
  const told = {
    order: options.dateFormat ? orderOfFormat(options.dateFormat) : null,
    mark: options.decimal ?? null,
  };
  const open = (): boolean =>
    (dates.orders().length !== 1 && !told.order) || (decimals.marks().length === 2 && !told.mark);
  if (open()) voteUntilDecided(facts, table, vote, open);
  const style = options.locale ? localeStyle(options.locale) : null;
  const orders = dates.orders();
  const marks = decimals.marks();
  const dateOrder = told.order ?? fitting(orders, style?.order, memory?.dateOrder);
  const decimal =
    told.mark ?? (marks.length === 0 ? (style?.mark ?? '.') : fitting(marks, style?.mark, memory?.decimal));
  const questions: ImportQuestion[] = [];
  if (!dateOrder && orders.length > 1)
    questions.push(dateQuestion(headerOf(table, columns.dates, dates.example), dates.example, orders));
  if (!decimal) questions.push(decimalQuestion(decimals.example, table, columns.numbers));
  // what the file decides by itself is nobody's answer
  const dateAnswered = dateOrder !== null && (told.order !== null || orders.length > 1);
  const markAnswered = decimal !== null && (told.mark !== null || marks.length > 1);
  return {
    dateOrder,
    dateExample: dates.example,
    decimal,
    questions,
    answers: { ...(dateAnswered ? { dateOrder } : {}), ...(markAnswered ? { decimal } : {}) },
    remembered:
      (dateAnswered && told.order === null && dateOrder !== style?.order) ||
      (markAnswered && told.mark === null && decimal !== style?.mark),
  };
};

/** The one that fits, else the first wish that does: what no longer fits the values is never forced. */
const fitting = <T>(fits: readonly T[], ...wishes: readonly (T | undefined)[]): T | null =>
  only(fits) ?? wishes.find((wish): wish is T => wish !== undefined && fits.includes(wish)) ?? null;

/** Which of the date columns the example is in; an example is a day without its time. */
const headerOf = (table: Table, columns: readonly number[], example: string): string => {
  const column = columns.find((index) => table.sample.some((row) => row[index]?.startsWith(example)));
  return table.header[column ?? columns[0] ?? 0] ?? '';
};

const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);

/** The sample left it open: further rows of the file vote until they have decided, or all have voted. */
const voteUntilDecided = (
  facts: FileFacts,
  table: Table,
  vote: (record: readonly string[]) => void,
  open: () => boolean,
): void => {
  for (const batch of readRecords(facts.path, table)) {
    batch.records.forEach((record, index) => {
      if (batch.firstRow + index > table.headerRow) vote(record);
    });
    if (!open()) return;
  }
};
