import { restorePortfolio } from '../../../database/backup/restore.ts';
import { backupFolder } from '../backup-folder.ts';
import { type Command, required } from '../command.ts';

export const restoreCommand: Command = {
  usage: 'clientele restore FILE --portfolio P [--json]',
  positionals: [1, 1],
  options: { portfolio: { type: 'string' } },
  run: async ([file = ''], values) => {
    const restored = restorePortfolio(file, required(values, 'portfolio'), backupFolder());
    const aside = restored.setAside.map((path) => `Set aside: ${path}`);
    const previous = restored.previous ? [`What was there before is kept as ${restored.previous}`] : [];
    return {
      json: { ...restored, erasuresApplied: 0 },
      text: [`${restored.portfolio} is restored.`, ...previous, ...aside].join('\n'),
    };
  },
};
