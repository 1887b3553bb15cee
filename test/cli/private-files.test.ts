import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFile, aFolder } from '../support/folder.ts';

test.runIf(process.platform !== 'win32')(
  'exports, reviews, read tables and copies hold customers: they are for their owner only, whatever the umask',
  async () => {
    const before = process.umask(0);
    try {
      const folder = join(aFolder(), 'out');
      mkdirSync(folder);
      const at = (name: string): string => join(folder, name);
      const shop = at('shop.clientele');
      const file = aFile(csv(aSale(), aSale({ order: '2', customer: 'C2', date: '2024-05-01' })));
      const commands = [
        ['import', file, '--portfolio', shop, '--currency', 'EUR', '--locale', 'en-GB'],
        ['export', '--portfolio', shop, '--what', 'customers', '--out', at('c.csv')],
        ['export', '--portfolio', shop, '--what', 'orders', '--out', at('o.xlsx')],
        ['export', '--portfolio', shop, '--what', 'everything', '--out', at('e.zip')],
        ['review', '--portfolio', shop, '--out', at('r.html')],
        ['read', file, '--out', at('read.csv')],
        ['backup', shop, '--out', at('copy.clientele')],
      ];
      // what an earlier run left open to others
      writeFileSync(at('c.csv.part'), 'old', { mode: 0o644 });
      for (const command of commands) expect((await cli(...command)).code, command.join(' ')).toBe(0);
      for (const name of ['c.csv', 'o.xlsx', 'e.zip', 'r.html', 'read.csv', 'copy.clientele'])
        expect([name, statSync(at(name)).mode & 0o777]).toEqual([name, 0o600]);
    } finally {
      process.umask(before);
    }
  },
);
