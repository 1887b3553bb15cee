import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import type { SavedCopy } from '../../../shared/model/saved-copy.ts';
import { checkedTarget, placeOf, proposedPath } from '../../database/backup/copy-place.ts';
import { Shelf } from '../../database/backup/shelf.ts';
import type { Readable } from '../../database/connection.ts';
import { lookThroughApart } from '../../database/verify/look-apart.ts';
import {
  copyReminder,
  noteSavedCopy,
  putReminderAway,
  savedCopies,
  stateNow,
} from '../../portfolio/copies/saved-copies.ts';
import { portfolioInfo } from '../../portfolio/settings/info.ts';
import { askedSignal } from '../asked.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

export const copiesHandlers = (session: Session) => ({
  list: os.copies.list.handler(async ({ input: { portfolio } }) => {
    const path = portfolio ?? session.db.path;
    const shelf = new Shelf(session.backupFolder, path);
    const open = session.openDb?.path === path;
    const copies = [];
    for (const copy of shelf.list())
      copies.push({ ...copy, sound: open ? null : await isSoundCopy(shelf.pathOf(copy.name)) });
    return { copies };
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
      return { portfolio: portfolioInfo(await session.open(path)), previous, setAside: [...setAside] };
    } catch (error) {
      // the owner goes on with what was open
      if (!session.openDb && input.portfolio === undefined) await session.open(path);
      throw error;
    }
  }),
  propose: os.copies.propose.handler(() => {
    const last = savedCopies(session.db).filter(({ place }) => place !== 'beside');
    const folders = [...last.map(({ folder }) => folder), join(homedir(), 'Desktop'), homedir()];
    return { path: proposedPath(session.db.path, folders, Date.now()) };
  }),
  saveTo: os.copies.saveTo.handler(async ({ input }) => {
    const { db } = session;
    const to = checkedTarget(input.path);
    const state = stateNow(db);
    const { bytes, holds } = await session.run('copy', { kind: 'save-as', portfolio: db.path, to });
    const saved: SavedCopy = {
      name: basename(to),
      folder: dirname(to),
      savedAt: Date.now(),
      place: placeOf(db.path, to, session.options.dataFolder),
    };
    await session.note(db, (open) => noteSavedCopy(open, saved, state));
    return { saved, bytes, holds };
  }),
  saved: os.copies.saved.handler(() => saved(session.db)),
  putReminderAway: os.copies.putReminderAway.handler(async () => {
    await session.note(session.db, (open) => putReminderAway(open, Date.now()));
    return saved(session.db);
  }),
});

const saved = (db: Readable) => ({ copies: savedCopies(db), reminder: copyReminder(db, Date.now()) });

const isSoundCopy = async (path: string): Promise<boolean> => {
  try {
    await lookThroughApart(path, askedSignal());
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
};
