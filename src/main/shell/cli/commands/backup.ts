import { formats } from '../../../../shared/format.ts';
import type { Holdings } from '../../../../shared/model/safety-copy.ts';
import { backUp } from '../../../database/backup/back-up.ts';
import { Shelf } from '../../../database/backup/shelf.ts';
import { openPortfolio } from '../../../database/open.ts';
import { readSettings } from '../../../database/settings.ts';
import { backupFolder } from '../backup-folder.ts';
import type { Command } from '../command.ts';

export const backupCommand: Command = {
  usage: 'clientele backup P [--json]',
  positionals: [1, 1],
  options: {},
  run: async ([path = '']) => {
    const folder = backupFolder();
    const db = openPortfolio(path, { backupFolder: folder });
    try {
      const { name, sha256, contentHash, holds } = backUp(db, folder, 'asked');
      const file = new Shelf(folder, path).pathOf(name);
      return {
        json: { file, sha256, contentHash, ...holds },
        text: `${file}\n${holds ? holdsText(holds, readSettings(db).locale) : ''}`,
      };
    } finally {
      db.close();
    }
  },
};

/** "Sales from 1 January 2024 to 31 December 2024, 12 customers, € 1,234.00; last import: orders.csv." */
const holdsText = ({ period, customers, revenue, lastImport }: Holdings, locale: string): string => {
  const say = formats(locale, revenue?.currency ?? 'EUR');
  const sales = period ? `Sales from ${say.day(period.from)} to ${say.day(period.to)}` : 'No sales';
  const money = revenue ? `, ${say.money(revenue.minor)}` : '';
  const last = lastImport ? `; last import: ${lastImport.fileName}` : '';
  return `${sales}, ${say.count(customers)} ${customers === 1 ? 'customer' : 'customers'}${money}${last}.`;
};
