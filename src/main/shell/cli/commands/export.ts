import { exportCsv } from '../../../portfolio/export.ts';
import { type Command, oneOf, required, UsageError } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';
import { writeWhole } from '../write-whole.ts';

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
      writeWhole(out, csv);
      return { json: { what, file: out, bytes: Buffer.byteLength(csv) }, text: `Wrote ${what} to ${out}.` };
    });
  },
};
