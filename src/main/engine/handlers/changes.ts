import { nextChanges, recentChanges, redoChange, undoChange } from '../../portfolio/changes/change-log.ts';
import { UNDOABLES } from '../../portfolio/undoables.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

export const changesHandlers = (session: Session) => ({
  next: os.changes.next.handler(() => nextChanges(session.db)),
  undo: os.changes.undo.handler(() => session.edit((db) => undoChange(db, UNDOABLES))),
  redo: os.changes.redo.handler(() => session.edit((db) => redoChange(db, UNDOABLES))),
  recent: os.changes.recent.handler(() => recentChanges(session.db)),
});
