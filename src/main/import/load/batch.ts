import { declarationOf } from '../../../shared/model/import-kind.ts';
import type { ControlTotals, ImportOptions, Issue, IssueCode } from '../../../shared/model/importing.ts';
import type { Settings } from '../../../shared/model/portfolio.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { type Converted, type Rate, withRates } from '../../../shared/model/rate.ts';
import type { Connection } from '../../database/connection.ts';
import { bumpDataVersion, readSettings, writeSetting } from '../../database/settings.ts';
import type { Decided } from '../planning/planned.ts';
import { remember, rememberSheet } from '../planning/remembered.ts';

/** An import as its batch knows it: what was decided about the file, and what the owner asked for. */
export type BatchRun = { readonly planned: Decided; readonly options: ImportOptions };

/** What a batch counts, whatever its kind. Money is minor units. */
export type BatchTotals = {
  readonly read: number;
  readonly imported: number;
  readonly leftOut: number;
  readonly alreadyThere: number;
  readonly revenueMinor: number;
  readonly leftOutMinor: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly issues: readonly Issue[];
  readonly issueCounts: Partial<Record<IssueCode, number>>;
};

/** @throws Problem when the very file is in the portfolio already, unless it is allowed again */
export const refuseSecondTime = (db: Connection, run: BatchRun): void => {
  if (run.options.allowAgain) return;
  const { sha256, name } = run.planned.source;
  const earlier = db.row<{ id: number; file_name: string; imported_at: number }>(
    'SELECT id, file_name, imported_at FROM batch WHERE file_sha256 = ? AND undone_at IS NULL',
    sha256,
  );
  if (!earlier) return;
  const day = new Date(earlier.imported_at).toISOString().slice(0, 10);
  throw new Problem(
    `${name} is in the portfolio already: it was imported on ${day}${earlier.file_name === name ? '' : ` as ${earlier.file_name}`} (import ${earlier.id}). Undo that import first, or allow it again.`,
  );
};

const EXPECTED = new Set([
  'status-left-out',
  'not-a-sale',
  'subtotal-row',
  'footer-row',
  'duplicate-line',
  'quote-unterminated',
  'digits-lost',
  'key-blank',
]);

/** @throws Problem when rows are bad and the import was to stop at them, or when nothing of the file can be read */
export const refuseBadRows = (run: BatchRun, totals: BatchTotals): void => {
  const bad = totals.issues.find((issue) => issue.leftOut && !EXPECTED.has(issue.code));
  const where = bad
    ? ` The first is row ${bad.row}${bad.column ? `, column "${headerOf(run, bad)}"` : ''}: ${bad.message}`
    : '';
  if (run.options.badRows === 'stop' && bad) {
    const count = Object.entries(totals.issueCounts).reduce(
      (sum, [code, n]) => (EXPECTED.has(code) ? sum : sum + n),
      0,
    );
    throw new Problem(
      `${run.planned.source.name} has ${count} ${count === 1 ? 'problem' : 'problems'}; nothing was imported.${where}`,
    );
  }
  if (totals.imported + totals.alreadyThere === 0) {
    throw new Problem(
      `None of the ${totals.read} rows of ${run.planned.source.name} can be imported; nothing was changed.${where}`,
    );
  }
};

/** Issues carry the field they are about; a reader knows the column by the file's own header. */
const headerOf = (run: BatchRun, issue: Issue): string =>
  Object.entries(run.planned.mapping).find(([, field]) => field === issue.column)?.[0] ?? issue.column ?? '';

export const insertBatch = (db: Connection, run: BatchRun): number => {
  const { source, plan, mapping } = run.planned;
  const reading = JSON.stringify({
    ...source,
    mapping,
    ...(plan.kind === 'orders' ? { taxTold: plan.taxTold } : {}),
  });
  return Number(
    db.execute(
      `INSERT INTO batch (kind, source, file_name, file_sha256, file_bytes, reading, imported_at, rows_read, rows_imported, rows_left_out, rows_already_there, currency, revenue_minor, revenue_left_out_minor, issue_count)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, 0, 0, 0)`,
      plan.kind,
      plan.sourceKey,
      source.name,
      source.sha256,
      source.bytes,
      reading,
      Date.now(),
      plan.currency,
    ).lastInsertRowid,
  );
};

/** @param control how the file compared with its own total, where its kind has one */
export const finishBatch = (
  db: Connection,
  run: BatchRun,
  batch: number,
  totals: BatchTotals,
  control: ControlTotals | null,
): void => {
  const { plan } = run.planned;
  db.execute(
    `UPDATE batch SET rows_read = ?, rows_imported = ?, rows_left_out = ?, rows_already_there = ?, revenue_minor = ?, revenue_left_out_minor = ?,
            first_day = ?, last_day = ?, issue_count = ?, reading = json_set(reading, '$.controlTotals', json(?)) WHERE id = ?`,
    totals.read,
    totals.imported,
    totals.leftOut,
    totals.alreadyThere,
    totals.revenueMinor,
    totals.leftOutMinor,
    totals.firstDay,
    totals.lastDay,
    issueCount(totals),
    JSON.stringify(control),
    batch,
  );
  rememberDecisions(db, run, batch);
  const insert = db.prepare('INSERT INTO import_issue VALUES (?,?,?,?,?,?,?,?)');
  for (const [seq, issue] of totals.issues.entries())
    insert.run(
      batch,
      seq,
      issue.row,
      issue.column ? headerOf(run, issue) : null,
      issue.code,
      issue.value,
      issue.message,
      issue.leftOut ? 1 : 0,
    );
  const settings = readSettings(db);
  if (settings.currency === null && holdsMoney(plan)) writeSetting(db, 'currency', plan.currency);
  writeSetting(db, 'timezone', plan.timezone);
  if (run.options.locale) writeSetting(db, 'locale', run.options.locale);
  db.execute(
    "INSERT INTO change_log (at, kind, sentence, after) VALUES (?, 'import', ?, ?)",
    Date.now(),
    `Imported ${run.planned.source.name}`,
    JSON.stringify({ batch }),
  );
  bumpDataVersion(db);
};

/** The answer on tax that was given with a file, where the portfolio has none yet. @throws Problem when it has another one */
export const wishedTax = (
  { pricesIncludeTax, taxRate }: Settings,
  options: ImportOptions,
): Partial<Pick<Settings, 'pricesIncludeTax' | 'taxRate'>> => {
  const wished = {
    ...(options.pricesIncludeTax === undefined ? {} : { pricesIncludeTax: options.pricesIncludeTax }),
    ...(options.taxRate === undefined ? {} : { taxRate: options.taxRate }),
  };
  const answered = pricesIncludeTax !== 'unknown';
  if (
    answered &&
    Object.entries(wished).some(([name, value]) => value !== { pricesIncludeTax, taxRate }[name])
  )
    throw new Problem(
      'What this portfolio says of the tax in its prices is another answer; change it in the settings or with the command tax.',
    );
  return wished;
};

/** Keeps the answer on tax that was given with a file. @returns whether anything counts otherwise now */
export const keepTax = (db: Connection, options: ImportOptions): boolean => {
  const before = readSettings(db);
  const wished = Object.entries(wishedTax(before, options)).filter(
    ([name, value]) => before[name as keyof Settings] !== value,
  );
  for (const [name, value] of wished) writeSetting(db, name, value);
  return wished.length > 0;
};

/** Rates that were given with a file are the portfolio's from then on; those a batch was converted at stay with it. */
export const keepRates = (
  db: Connection,
  batch: number,
  given: readonly Rate[],
  converted: readonly Converted[],
): void => {
  if (given.length > 0) writeSetting(db, 'rates', withRates(readSettings(db).rates, given));
  if (converted.length > 0)
    db.execute(
      "UPDATE batch SET reading = json_set(reading, '$.converted', json(?)) WHERE id = ?",
      JSON.stringify(converted),
      batch,
    );
};

const rememberDecisions = (db: Connection, { planned }: BatchRun, batch: number): void => {
  const { header, decisions, sheetChoice } = planned;
  const origin = { batch, importedAt: Date.now() };
  remember(db, header, decisions, origin);
  if (sheetChoice) rememberSheet(db, sheetChoice.sheets, sheetChoice.sheet, origin);
};

const issueCount = (totals: BatchTotals): number =>
  Object.values(totals.issueCounts).reduce((sum, count) => sum + count, 0);

/** Whether the file says any amounts: the first that does fixes the currency. */
const holdsMoney = (plan: Decided['plan']): boolean =>
  plan.kind === 'orders' || declarationOf(plan.kind).money.some((field) => plan.columns[field] !== undefined);

/** Issues as they are shown: under the file's own headers, the first of them. */
export const issueSummary = (run: BatchRun, totals: BatchTotals) => ({
  count: issueCount(totals),
  byCode: totals.issueCounts,
  first: totals.issues
    .slice(0, SHOWN_ISSUES)
    .map((issue) => ({ ...issue, column: issue.column ? headerOf(run, issue) : null })),
});

const SHOWN_ISSUES = 100;
