import { statSync } from 'node:fs';
import { counted } from '../../../../shared/words.ts';
import type { Readable } from '../../../database/connection.ts';
import { exportActions } from '../../../portfolio/actions/action-export.ts';
import { exportEverything } from '../../../portfolio/exports/everything/export-everything.ts';
import { EXPORT_KINDS, exportTable } from '../../../portfolio/exports/export.ts';
import { type FileFormat, type Table, tableFile } from '../../../portfolio/tables/table-file.ts';
import { type Command, type Output, oneOf, required, UsageError, type Values } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';
import { writeWhole } from '../write-whole.ts';

const KINDS = [...EXPORT_KINDS, 'actions', 'everything'] as const;

export const exportCommand: Command = {
  usage: `clientele export --portfolio P --what ${KINDS.join('|')} --out FILE.csv|FILE.xlsx|FILE.zip [--everyone] [--json]   --everyone: actions also for customers who have not agreed to messages`,
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
    if (!what) throw new UsageError('--what is needed: customers, orders, segments, actions or everything.');
    if (what === 'everything') return everything(values, out);
    const format = /\.(csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase() as FileFormat | undefined;
    if (!format) throw new UsageError('--out must end in .csv or .xlsx.');
    if (what !== 'actions' && values.everyone) throw new UsageError('--everyone is for --what actions.');
    return withPortfolio(values, (db) => {
      const { table, leftOut } = tableOf(db, what, values.everyone === true);
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
    });
  },
};

/** Everything goes into a zip file, from which `import` makes the same portfolio again. */
const everything = (values: Values, out: string): Promise<Output> => {
  if (!/\.zip$/i.test(out)) throw new UsageError('--out must end in .zip for everything.');
  return withPortfolio(values, async (db) => {
    const { contentHash, tables } = await exportEverything(db, out);
    return {
      json: { what: 'everything', file: out, bytes: statSync(out).size, contentHash, tables },
      text: `Wrote everything to ${out}. import ${out} --portfolio NEW makes the same portfolio of it.`,
    };
  });
};

const tableOf = (
  db: Readable,
  what: Exclude<(typeof KINDS)[number], 'everything'>,
  everyone: boolean,
): { readonly table: Table; readonly leftOut: number } =>
  what === 'actions' ? exportActions(db, { everyone }) : { table: exportTable(db, what), leftOut: 0 };
