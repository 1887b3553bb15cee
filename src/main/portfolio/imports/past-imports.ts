import { isoDay } from '../../../shared/model/day.ts';
import type { ImportKind } from '../../../shared/model/import-kind.ts';
import type { Issue, IssueCode, PastImport } from '../../../shared/model/importing.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Connection } from '../../database/connection.ts';

/** Every import of the portfolio, newest first, those undone too. */
export const pastImports = (db: Connection): PastImport[] => {
  return db
    .rows<{
      id: number;
      file_name: string;
      kind: string;
      imported_at: number;
      undone_at: number | null;
      rows_read: number;
      rows_imported: number;
      rows_left_out: number;
      rows_already_there: number;
      currency: string;
      revenue_minor: number;
      first_day: string | null;
      last_day: string | null;
      issue_count: number;
      reading: string;
    }>('SELECT * FROM batch ORDER BY id DESC')
    .map((row) => ({
      batch: row.id,
      fileName: row.file_name,
      kind: row.kind as ImportKind,
      importedAt: row.imported_at,
      undoneAt: row.undone_at,
      rows: {
        read: row.rows_read,
        imported: row.rows_imported,
        leftOut: row.rows_left_out,
        alreadyThere: row.rows_already_there,
      },
      revenue: { minor: minor(row.revenue_minor), currency: row.currency },
      period:
        row.first_day && row.last_day ? { from: isoDay(row.first_day), to: isoDay(row.last_day) } : null,
      issues: row.issue_count,
      controlSentence: controlSentence(row.reading),
    }));
};

/** Imports of an earlier version have compared nothing. */
const controlSentence = (reading: string): string | null => {
  const { controlTotals } = JSON.parse(reading) as { controlTotals?: { sentence: string } | null };
  return controlTotals?.sentence || null;
};

export const importIssues = (
  db: Connection,
  batch: number,
  offset: number,
  limit: number,
): { total: number; issues: Issue[] } => ({
  total: db.row<{ n: number }>('SELECT count(*) AS n FROM import_issue WHERE batch_id = ?', batch)?.n ?? 0,
  issues: db
    .rows<{
      row: number;
      column_name: string | null;
      code: string;
      value: string;
      message: string;
      left_out: number;
    }>(
      'SELECT row, column_name, code, value, message, left_out FROM import_issue WHERE batch_id = ? ORDER BY seq LIMIT ? OFFSET ?',
      batch,
      limit,
      offset,
    )
    .map((issue) => ({
      row: issue.row,
      column: issue.column_name,
      code: issue.code as IssueCode,
      value: issue.value,
      message: issue.message,
      leftOut: issue.left_out === 1,
    })),
});
