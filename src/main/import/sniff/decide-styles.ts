import type { ImportOptions, ImportQuestion } from '../../../shared/model/importing.ts';
import { type DateOrder, orderOfFormat } from '../check/date.ts';
import type { DecimalMark } from '../check/decimal.ts';
import type { FileFacts } from '../read/inspect-file.ts';
import { readRecords } from '../read/records.ts';
import type { Table } from './dialect.ts';
import { dateQuestion, decimalQuestion } from './questions.ts';
import { DateVotes, DecimalVotes, localeStyle } from './styles.ts';

/** How a file writes its days and numbers; null is open, and then there is a question. */
export type Styles = {
  readonly dateOrder: DateOrder | null;
  readonly dateExample: string;
  readonly decimal: DecimalMark | null;
  readonly questions: readonly ImportQuestion[];
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
  const dateOrder =
    told.order ?? only(orders) ?? (style && orders.includes(style.order) ? style.order : null);
  const decimal =
    told.mark ??
    (marks.length === 0
      ? (style?.mark ?? '.')
      : (only(marks) ?? (style && marks.includes(style.mark) ? style.mark : null)));
  const questions: ImportQuestion[] = [];
  if (!dateOrder && orders.length > 1)
    questions.push(dateQuestion(headerOf(table, columns.dates, dates.example), dates.example, orders));
  if (!decimal) questions.push(decimalQuestion(decimals.example, table, columns.numbers));
  return { dateOrder, dateExample: dates.example, decimal, questions };
};

/** Which of the date columns the example stands in; an example is a day without its time. */
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
