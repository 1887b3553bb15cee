import { examine } from '../../../database/integrity.ts';
import { openPortfolio } from '../../../database/open.ts';
import type { Command } from '../command.ts';

export const doctorCommand: Command = {
  usage: 'clientele doctor P [--json]',
  positionals: [1, 1],
  options: {},
  run: async ([path = '']) => {
    const db = openPortfolio(path, { readonly: true });
    try {
      const diagnosis = examine(db);
      const lines = diagnosis.checks.map(
        (check) => `${check.ok ? 'ok ' : 'BAD'} ${check.id}: ${check.detail}`,
      );
      const advice = diagnosis.ok
        ? 'The portfolio is sound.'
        : 'The portfolio is damaged; restore a backup of it.';
      return { json: diagnosis, text: [...lines, `content ${diagnosis.contentHash}`, advice].join('\n') };
    } finally {
      db.close();
    }
  },
};
