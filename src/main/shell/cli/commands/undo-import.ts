import { backUp } from '../../../database/backup/back-up.ts';
import { openPortfolio } from '../../../database/open.ts';
import { undoImport } from '../../../import/undo/undo-import.ts';
import { backupFolder } from '../backup-folder.ts';
import { type Command, required, UsageError } from '../command.ts';

export const undoImportCommand: Command = {
  usage: 'clientele undo-import BATCH --portfolio P [--json]',
  positionals: [1, 1],
  options: { portfolio: { type: 'string' } },
  run: async ([batch = ''], values) => {
    if (!/^\d+$/.test(batch)) throw new UsageError('BATCH is the number of an import, as import prints it.');
    const db = openPortfolio(required(values, 'portfolio'), { backupFolder: backupFolder() });
    try {
      backUp(db, backupFolder(), 'before-undo');
      const undone = undoImport(db, Number(batch));
      const kept =
        undone.linesKept > 0 ? ` ${undone.linesKept} stay because another import brought them too.` : '';
      return {
        json: undone,
        text: `Undid import ${undone.batch}: ${undone.linesRemoved} order lines removed.${kept}`,
      };
    } finally {
      db.close();
    }
  },
};
