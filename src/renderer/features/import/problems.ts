import type { Issue, IssueCode } from '../../../shared/model/importing.ts';

type Words = { readonly one: string; readonly many: string };

/** Facts, one for each kind of problem; `{n}` is the count. */
const SENTENCES: Readonly<Record<IssueCode, Words>> = {
  'date-unreadable': { one: '1 row has no readable date.', many: '{n} rows have no readable date.' },
  'date-ambiguous': {
    one: '1 date can be read in two ways.',
    many: '{n} dates can be read in two ways.',
  },
  'amount-unreadable': { one: '1 row has no readable amount.', many: '{n} rows have no readable amount.' },
  'amount-ambiguous': {
    one: '1 amount can be read in two ways.',
    many: '{n} amounts can be read in two ways.',
  },
  'quantity-unreadable': { one: '1 quantity cannot be read.', many: '{n} quantities cannot be read.' },
  'currency-without-rate': {
    one: '1 row is in another currency, and there is no rate for it.',
    many: '{n} rows are in another currency, and there is no rate for it.',
  },
  'customer-missing': { one: '1 row names no customer.', many: '{n} rows name no customer.' },
  'order-missing': { one: '1 row has no order number.', many: '{n} rows have no order number.' },
  'product-missing': { one: '1 row names no product.', many: '{n} rows name no product.' },
  'duplicate-line': {
    one: '1 row is the same as another in this file.',
    many: '{n} rows are the same as others in this file.',
  },
  'record-ragged': {
    one: '1 row has more or fewer cells than the header.',
    many: '{n} rows have more or fewer cells than the header.',
  },
  'quote-unterminated': {
    one: '1 quotation mark is opened and never closed.',
    many: '{n} quotation marks are opened and never closed.',
  },
  'encoding-doubt': {
    one: '1 cell has letters that cannot be read for sure.',
    many: '{n} cells have letters that cannot be read for sure.',
  },
  'subtotal-row': { one: '1 row is a subtotal, not a sale.', many: '{n} rows are subtotals, not sales.' },
  'footer-row': { one: '1 row is a footer, not a sale.', many: '{n} rows are footers, not sales.' },
  'status-left-out': {
    one: '1 row was cancelled or never paid.',
    many: '{n} rows were cancelled or never paid.',
  },
  'not-a-sale': {
    one: '1 row is a payout, fee or note, not a sale.',
    many: '{n} rows are payouts, fees or notes, not sales.',
  },
  'key-blank': {
    one: '1 row has a blank customer number.',
    many: '{n} rows have a blank customer number.',
  },
  'digits-lost': {
    one: '1 number was shortened by a spreadsheet (like 1.23E+11).',
    many: '{n} numbers were shortened by a spreadsheet (like 1.23E+11).',
  },
  'value-out-of-range': {
    one: '1 value is far outside of what is usual.',
    many: '{n} values are far outside of what is usual.',
  },
};

export const problemSentence = (code: IssueCode, n: number, count: (n: number) => string): string =>
  n === 1 ? SENTENCES[code].one : SENTENCES[code].many.replace('{n}', count(n));

/** Rows that no correction turns into a sale; leaving them out is right, and nobody has to decide about it. */
const NO_SALES: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'status-left-out',
  'not-a-sale',
  'subtotal-row',
  'footer-row',
  'duplicate-line',
]);

/** Whether rows stay out that the owner could bring in by correcting the file. */
export const canBeCorrected = (groups: readonly ProblemGroup[]): boolean =>
  groups.some((group) => group.leftOut !== 'none' && !NO_SALES.has(group.code));

export type ProblemGroup = {
  readonly code: IssueCode;
  readonly count: number;
  readonly sentence: string;
  /** whether its rows are left out; `some` when only part of them are, or none is shown to tell by */
  readonly leftOut: 'all' | 'none' | 'some';
  /** the first of them, as many as the engine sent */
  readonly first: readonly Issue[];
};

const fateOf = (issues: readonly Issue[]): ProblemGroup['leftOut'] => {
  if (issues.length === 0) return 'some';
  if (issues.every((i) => i.leftOut)) return 'all';
  return issues.some((i) => i.leftOut) ? 'some' : 'none';
};

/** Problems by kind: what is left out first, then by how many there are. */
export const groupProblems = (
  byCode: Readonly<Partial<Record<IssueCode, number>>>,
  first: readonly Issue[],
  count: (n: number) => string,
): readonly ProblemGroup[] => {
  const rank = { all: 0, some: 1, none: 2 } as const;
  return (Object.keys(SENTENCES) as IssueCode[])
    .map((code): ProblemGroup => {
      const n = byCode[code] ?? 0;
      const issues = first.filter((i) => i.code === code);
      return {
        code,
        count: n,
        sentence: problemSentence(code, n, count),
        leftOut: fateOf(issues),
        first: issues,
      };
    })
    .filter((group) => group.count > 0)
    .sort((a, b) => rank[a.leftOut] - rank[b.leftOut] || b.count - a.count);
};

export const fateInWords = (leftOut: ProblemGroup['leftOut']): string =>
  leftOut === 'all' ? 'left out' : leftOut === 'none' ? 'imported all the same' : 'partly left out';
