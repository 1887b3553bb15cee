import type { Connection } from '../../database/connection.ts';
import { activateVersion } from '../../portfolio/analysis/segmentation.ts';
import { writeMarks } from '../../portfolio/calendar/marks.ts';
import {
  type Appliers,
  nextChanges,
  recentChanges,
  redoChange,
  undoChange,
} from '../../portfolio/changes/change-log.ts';
import { restoreMark } from '../../portfolio/listening/feedback-state.ts';
import { restoreLines } from '../../portfolio/matrix/matrix.ts';
import { type MarkState, restoreMarks } from '../../portfolio/products/product-marks.ts';
import { restoreSettings } from '../../portfolio/settings/info.ts';
import { os } from '../os.ts';
import type { Session } from '../session.ts';

/** How each kind of change is put back in place. The values are those the log kept, so their shapes are known. */
const appliers = (db: Connection): Appliers => ({
  settings: (value) => restoreSettings(db, value as Parameters<typeof restoreSettings>[1]),
  segments: (value) => activateVersion(db, value as number | null),
  calendar: (value) => writeMarks(db, value as Parameters<typeof writeMarks>[1]),
  feedback: (value) => restoreMark(db, value as Parameters<typeof restoreMark>[1]),
  matrix: (value) => restoreLines(db, value as Parameters<typeof restoreLines>[1]),
  products: (value) => restoreMarks(db, value as MarkState),
});

export const changesHandlers = (session: Session) => ({
  next: os.changes.next.handler(() => nextChanges(session.db)),
  undo: os.changes.undo.handler(() => session.edit((db) => undoChange(db, appliers(db)))),
  redo: os.changes.redo.handler(() => session.edit((db) => redoChange(db, appliers(db)))),
  recent: os.changes.recent.handler(() => recentChanges(session.db)),
});
