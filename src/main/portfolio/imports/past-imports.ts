import type { ImportKind } from '../../../shared/model/import-kind.ts';
import type { Issue, IssueCode, PastImport } from '../../../shared/model/importing.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';

/** Every import of the portfolio, newest first, those undone too. */
export const pastImports = (db: Readable): PastImport[] => {
  return db.all(q.selectFrom('batch').selectAll().orderBy('id', 'desc')).map((row) => ({
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
    revenue: { minor: row.revenue_minor, currency: row.currency },
    period: row.first_day && row.last_day ? { from: row.first_day, to: row.last_day } : null,
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
  db: Readable,
  batch: number,
  offset: number,
  limit: number,
): { total: number; issues: Issue[] } => ({
  total:
    db.get(q.selectFrom('import_issue').select(q.fn.countAll<number>().as('n')).where('batch_id', '=', batch))
      ?.n ?? 0,
  issues: db
    .all(
      q
        .selectFrom('import_issue')
        .select(['row', 'column_name', 'code', 'value', 'message', 'left_out'])
        .where('batch_id', '=', batch)
        .orderBy('seq')
        .limit(limit)
        .offset(offset),
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
