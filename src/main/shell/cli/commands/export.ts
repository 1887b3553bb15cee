import { counted } from '../../../../shared/words.ts';
import type { Readable } from '../../../database/connection.ts';
import { exportActions } from '../../../portfolio/actions/action-export.ts';
import { EXPORT_KINDS, exportTable } from '../../../portfolio/exports/export.ts';
import { type FileFormat, type Table, tableFile } from '../../../portfolio/tables/table-file.ts';
import { type Command, oneOf, required, UsageError } from '../command.ts';
import { readingPortfolio } from '../with-portfolio.ts';
import { writeWhole } from '../write-whole.ts';

const KINDS = [...EXPORT_KINDS, 'actions'] as const;

export const exportCommand: Command = {
  usage: `clientele export --portfolio P --what ${KINDS.join('|')} --out FILE.csv|FILE.xlsx [--everyone] [--json]   --everyone: actions also for customers who have not agreed to messages`,
  positionals: [0, 0],
  options: {
    portfolio: { type: 'string' },
    what: { type: 'string' },
    out: { type: 'string' },
    everyone: { type: 'boolean' },
  },
  run: async (_, values) => {
    const out = required(values, 'out');
    const what = oneOf(values, 'what', KINDS);
    if (!what) throw new UsageError('--what is needed: customers, orders, segments or actions.');
    const format = /\.(csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase() as FileFormat | undefined;
    if (!format) throw new UsageError('--out must end in .csv or .xlsx.');
    if (what !== 'actions' && values.everyone) throw new UsageError('--everyone is for --what actions.');
    const { table, leftOut } = await readingPortfolio(values, (db) =>
      tableOf(db, what, values.everyone === true),
    );
    const bytes = tableFile(table, format);
    writeWhole(out, bytes);
    const without =
      leftOut > 0
        ? ` Left out: ${counted(leftOut, 'customer')} of whom nothing says that they agreed to messages; --everyone writes them too, for your own calls and visits.`
        : '';
    return {
      json: {
        what,
        file: out,
        bytes: bytes.length,
        ...(what === 'actions' ? { rows: table.data.length, leftOut } : {}),
      },
      text: `Wrote ${what} to ${out}.${without}`,
    };
  },
};

const tableOf = (
  db: Readable,
  what: (typeof KINDS)[number],
  everyone: boolean,
): { readonly table: Table; readonly leftOut: number } =>
  what === 'actions' ? exportActions(db, { everyone }) : { table: exportTable(db, what), leftOut: 0 };
