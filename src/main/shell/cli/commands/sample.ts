import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Problem } from '../../../../shared/model/problem.ts';
import { importSample } from '../../../portfolio/imports/sample-portfolio.ts';
import { usualCustomers } from '../../../sample/sample.ts';
import { SAMPLE_KINDS } from '../../../sample/truth.ts';
import { backupFolder } from '../backup-folder.ts';
import { type Command, oneOf, required, UsageError, wholeNumber } from '../command.ts';
import { importText } from '../import-text.ts';
import { writeWhole } from '../write-whole.ts';

/** Fixed, so that the same seed gives the same business on any day. */
const UNTIL = '2025-09-30';

export const sampleCommand: Command = {
  usage:
    'clientele sample --out P [--customers N] [--seed S] [--kind bakery|wholesale|webshop|clinic] [--csv FILE.csv] [--truth FILE.json] [--json]',
  positionals: [0, 0],
  options: {
    out: { type: 'string' },
    customers: { type: 'string' },
    seed: { type: 'string' },
    kind: { type: 'string' },
    csv: { type: 'string' },
    truth: { type: 'string' },
  },
  run: async (_, values) => {
    const out = required(values, 'out');
    if (existsSync(out)) throw new Problem(`${basename(out)} is there already; choose another name.`);
    const kind = oneOf(values, 'kind', SAMPLE_KINDS) ?? 'bakery';
    const customers = wholeNumber(values, 'customers', usualCustomers(kind));
    if (customers < 1) throw new UsageError('--customers must be at least 1.');
    const scratch = mkdtempSync(join(tmpdir(), 'clientele-sample-'));
    try {
      const file = join(scratch, 'sample.csv');
      const { truth, ...result } = await importSample({
        portfolio: out,
        kind,
        until: UNTIL,
        customers,
        seed: wholeNumber(values, 'seed', 1),
        scratch: file,
        backupFolder: backupFolder(),
      });
      if (typeof values.csv === 'string') writeWhole(values.csv, readFileSync(file));
      if (typeof values.truth === 'string') writeWhole(values.truth, JSON.stringify(truth, null, 1));
      return {
        json: { file: out, kind, customers, import: result, expected: truth.expected },
        text: importText(result),
      };
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};
