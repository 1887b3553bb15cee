import { examine } from '../../../database/integrity.ts';
import { openPortfolio } from '../../../database/open.ts';
import type { Command } from '../command.ts';

export const doctorCommand: Command = {
  usage: 'clientele doctor P [--json]',
  positionals: [1, 1],
  options: {},
  run: async ([path = '']) => {
    const db = openPortfolio(path, { checked: true, examining: true });
    try {
      const diagnosis = examine(db);
      const lines = diagnosis.checks.map(
        (check) => `${check.ok ? 'ok ' : 'BAD'} ${check.id}: ${check.detail}`,
      );
      const advice = diagnosis.ok
        ? 'The portfolio is sound.'
        : 'The portfolio is damaged; nothing was changed. Restore a safety copy of it.';
      const content = diagnosis.contentHash === null ? [] : [`content ${diagnosis.contentHash}`];
      return {
        json: diagnosis,
        text: [...lines, ...content, advice].join('\n'),
        exitCode: diagnosis.ok ? 0 : 1,
      };
    } finally {
      db.close();
    }
  },
};
