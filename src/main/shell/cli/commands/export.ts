import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Problem } from '../../../database/problem.ts';
import { exportCsv } from '../../../portfolio/export.ts';
import { type Command, oneOf, required, UsageError } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'clientele export --portfolio P --what customers|orders|segments --out FILE.csv [--json]',
  summary: 'Data out, as CSV.',
  positionals: [0, 0],
  options: { portfolio: { type: 'string' }, what: { type: 'string' }, out: { type: 'string' } },
  run: async (_, values) => {
    const out = required(values, 'out');
    const what = oneOf(values, 'what', ['customers', 'orders', 'segments']);
    if (!what) throw new UsageError('--what is needed: customers, orders or segments.');
    if (!/\.csv$/i.test(out)) throw new UsageError('--out must end in .csv; this version writes CSV.');
    return withPortfolio(values, (db) => {
      const csv = exportCsv(db, what);
      try {
        writeFileSync(`${out}.part`, csv);
        renameSync(`${out}.part`, out);
      } catch {
        rmSync(`${out}.part`, { force: true });
        throw new Problem(`${out} cannot be written; its folder is missing or read-only.`);
      }
      return { json: { what, file: out, bytes: Buffer.byteLength(csv) }, text: `Wrote ${what} to ${out}.` };
    });
  },
};
