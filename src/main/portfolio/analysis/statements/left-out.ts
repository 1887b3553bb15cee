import { formats } from '../../../../shared/format.ts';
import type { IssueCode } from '../../../../shared/model/importing.ts';
import type { Readable } from '../../../database/connection.ts';
import { q } from '../../../database/query.ts';
import type { Analysis } from '../analysis.ts';

/** Why a line is in no figure, in the order it is said. */
type Reason = 'currency' | 'unreadable' | 'status' | 'other';

/** Sums, repetitions and payouts of a file are no sales: nothing is lost with them. */
const NO_SALES: ReadonlySet<IssueCode> = new Set([
  'subtotal-row',
  'footer-row',
  'duplicate-line',
  'not-a-sale',
]);

const REASONS: Partial<Record<IssueCode, Reason>> = {
  'currency-without-rate': 'currency',
  'date-unreadable': 'unreadable',
  'date-ambiguous': 'unreadable',
  'amount-unreadable': 'unreadable',
  'amount-ambiguous': 'unreadable',
  'quantity-unreadable': 'unreadable',
  'record-ragged': 'unreadable',
  'value-out-of-range': 'unreadable',
  'status-left-out': 'status',
};

/** A file that lost more of its lines or of its amount than this is told of, whatever the reason (TRUTH 17). */
const MUCH = 0.02;

type LeftOut = {
  readonly file: string;
  /** lines of the file but sums, repetitions and payouts */
  readonly read: number;
  /** lines of these that are in no figure */
  readonly lines: number;
  readonly shareOfLines: number;
  /** of the amounts that could be read, minor units; 0 where payouts and the like are among them */
  readonly amount: number;
  readonly byReason: ReadonlyMap<Reason, number>;
  /** whether it is more than a trifle (TRUTH 17) */
  readonly isTold: boolean;
};

/**
 * "Of sales.csv, 12 lines (3.1%), € 1.2k as far as amounts can be read, are in no figure: 10 in a currency without a rate, 2 unreadable.
 * Enter the rate …"; one sentence for each file, the latest first.
 */
export const leftOutSentences = (db: Readable, { settings, currency }: Analysis): string[] => {
  const say = formats(settings.locale, currency);
  const told = linesLeftOut(db).filter(({ lines, isTold }) => lines > 0 && isTold);
  return told.map((each) => {
    const amount =
      each.amount === 0
        ? ''
        : `, ${say.moneyRounded(each.amount)} as far as their amounts can be read and converted,`;
    const reasons = [...each.byReason].map(([reason, n]) => `${say.count(n)} ${WORDS[reason]}`);
    return `Of ${each.file}, ${say.counted(each.lines, 'line')} (${say.share(each.shareOfLines)})${amount} ${each.lines === 1 ? 'is' : 'are'} in no figure: ${reasons.join(', ')}. ${mending(each)}`;
  });
};

const WORDS: Readonly<Record<Reason, string>> = {
  currency: 'in a currency without a rate',
  unreadable: 'that could not be read',
  status: 'cancelled, failed or unpaid by the file’s own word',
  other: 'left out for another reason',
};

const mending = ({ byReason }: LeftOut): string =>
  [
    byReason.has('currency')
      ? 'Enter the rate under Settings, undo this import and import the file again.'
      : null,
    byReason.has('unreadable') || byReason.has('other')
      ? 'Import lists them under past imports: correct them in the file, undo this import and import it again.'
      : null,
    !byReason.has('currency') && !byReason.has('unreadable') && !byReason.has('other')
      ? 'If they were sales all the same, change their state in the file, undo this import and import it again.'
      : null,
  ]
    .filter((each) => each !== null)
    .join(' ');

/** Lines left out by file and code; a line with two faults counts once. */
const leftOutByCode = (db: Readable) =>
  Map.groupBy(
    db.all(
      q
        .selectFrom(
          q
            .selectFrom('import_issue')
            .select(({ fn }) => ['batch_id', 'row', fn.min('code').as('code')])
            .where('left_out', '=', 1)
            .groupBy(['batch_id', 'row'])
            .as('line'),
        )
        .select(({ fn }) => ['batch_id as batch', 'code', fn.countAll<number>().as('n')])
        .groupBy(['batch_id', 'code'])
        .$narrowType<{ code: IssueCode }>(),
    ),
    ({ batch }) => batch,
  );

const filesOfSales = q
  .selectFrom('batch')
  .select([
    'id',
    'file_name as file',
    'rows_read as read',
    'rows_left_out as rows',
    'revenue_minor as revenue',
    'revenue_left_out_minor as amount',
  ])
  .where('kind', '=', 'orders')
  .where('undone_at', 'is', null)
  .orderBy('id', 'desc');

/** Each file of sales that is in the portfolio, with what of it is in no figure; the latest first. */
export const linesLeftOut = (db: Readable): LeftOut[] => {
  const counts = leftOutByCode(db);
  return db.all(filesOfSales).map(({ id, file, read, rows, revenue, amount: all }) => {
    const codes = counts.get(id) ?? [];
    const sum = (of: typeof codes): number => of.reduce((total, { n }) => total + n, 0);
    const noSales = sum(codes.filter(({ code }) => NO_SALES.has(code)));
    const byReason = new Map<Reason, number>();
    const add = (reason: Reason, n: number): void => {
      if (n > 0) byReason.set(reason, (byReason.get(reason) ?? 0) + n);
    };
    for (const { code, n } of codes) if (!NO_SALES.has(code)) add(REASONS[code] ?? 'other', n);
    const lines = rows - noSales;
    // of each kind of issue only the first are kept: the rest are known by their number alone
    add('other', rows - sum(codes));
    const amount = codes.some(({ code }) => code === 'not-a-sale') ? 0 : Math.abs(all);
    const shareOfLines = lines / Math.max(1, read - noSales);
    const isTold =
      byReason.has('currency') ||
      byReason.has('unreadable') ||
      shareOfLines > MUCH ||
      amount > MUCH * (amount + Math.abs(revenue));
    return { file, read: read - noSales, lines, shareOfLines, amount, byReason: inOrder(byReason), isTold };
  });
};

const inOrder = (byReason: ReadonlyMap<Reason, number>): ReadonlyMap<Reason, number> =>
  new Map(
    (Object.keys(WORDS) as Reason[]).flatMap((reason) => {
      const n = byReason.get(reason);
      return n === undefined ? [] : [[reason, n] as const];
    }),
  );
