import type { Skipped, SkipReason } from '../../../../shared/model/importing.ts';
import type { Connection } from '../../../database/connection.ts';

const SHOWN = 50;

type Met = {
  readonly reason: SkipReason;
  readonly row: number;
  readonly order: string;
  readonly numbered: boolean;
  readonly line: number;
};

/** The lines of a file that did not count because the portfolio has them: how many for which reason, and the first. */
export class SkippedLines {
  readonly #byReason: Partial<Record<SkipReason, number>> = {};
  readonly #first: Met[] = [];

  /** @param line the known line that stands for it */
  add(
    reason: SkipReason,
    row: number,
    { key, number }: { readonly key: string; readonly number: string },
    line: number,
  ): void {
    this.#byReason[reason] = (this.#byReason[reason] ?? 0) + 1;
    if (this.#first.length < SHOWN)
      this.#first.push({ reason, row, order: number, numbered: !key.startsWith('~'), line });
  }

  take(db: Connection, batch: number): Skipped {
    return {
      byReason: this.#byReason,
      first: this.#first.map((met) => ({
        row: met.row,
        order: met.numbered ? met.order : null,
        reason: met.reason,
        message: sentence(met, importOf(db, met.line, batch)),
      })),
    };
  }
}

const sentence = ({ reason, order, numbered }: Met, from: string): string => {
  const what = numbered ? `Order ${order}` : `The sale of ${order}`;
  switch (reason) {
    case 'same-line':
      return `${what}: the same line came with ${from}.`;
    case 'other-content':
      return `${what} came with ${from} with other content on this line; the first version stays.`;
    case 'total-of-known-articles':
      return `${what} came with its articles with ${from}; its total does not count once more.`;
  }
};

/** "import 3 (may.csv)": the first that brought a line. */
const importOf = (db: Connection, line: number, batch: number): string => {
  const row = db.row<{ id: number; name: string }>(
    `SELECT b.id, b.file_name AS name FROM line_claim c JOIN batch b ON b.id = c.batch_id
     WHERE ? BETWEEN c.first_id AND c.last_id AND c.batch_id <> ? ORDER BY b.id LIMIT 1`,
    line,
    batch,
  );
  return row ? `import ${row.id} (${row.name})` : 'an earlier import';
};
