import { basename } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import { newestSound } from '../../database/backup/restore.ts';
import { Shelf } from '../../database/backup/shelf.ts';
import { portfolioInfo } from '../../portfolio/settings/info.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

export const copiesHandlers = (session: Session) => ({
  list: os.copies.list.handler(({ input: { portfolio } }) => {
    const path = portfolio ?? session.db.path;
    const open = session.openDb?.path === path;
    return {
      copies: new Shelf(session.backupFolder, path).list(),
      newestSound: open ? null : (newestSound(session.backupFolder, path)?.name ?? null),
    };
  }),
  make: os.copies.make.handler(() =>
    session.run('copy', { kind: 'back-up', portfolio: session.db.path, ...session.copying('asked') }),
  ),
  restore: os.copies.restore.handler(async ({ input }) => {
    const path = input.portfolio ?? session.db.path;
    const shelf = new Shelf(session.backupFolder, path);
    if (basename(input.copy) !== input.copy || !shelf.list().some(({ name }) => name === input.copy))
      throw new Problem('This copy is no longer there; choose another one.');
    await session.release();
    try {
      const { previous, setAside } = await session.run('restore', {
        kind: 'restore',
        portfolio: path,
        file: shelf.pathOf(input.copy),
        backupFolder: session.backupFolder,
      });
      return { portfolio: portfolioInfo(session.open(path)), previous, setAside: [...setAside] };
    } catch (error) {
      // the owner goes on with what was open
      if (!session.openDb && input.portfolio === undefined) session.open(path);
      throw error;
    }
  }),
  saveAs: os.copies.saveAs.handler(async ({ input }) => {
    const to = session.freePath(input.name);
    await session.run('copy', { kind: 'save-as', portfolio: session.db.path, to });
    return { path: to };
  }),
});
