import { marksChange } from './calendar/marks.ts';
import type { Undoables } from './changes/change-log.ts';
import type { Undoable } from './changes/undoable.ts';
import { feedbackChange } from './listening/feedback-state.ts';
import { linesChange } from './matrix/matrix.ts';
import { productMarksChange } from './products/product-marks.ts';
import { segmentsChange } from './segments/segment-versions.ts';
import { settingsChange } from './settings/info.ts';

const ALL: readonly Undoable[] = [
  settingsChange,
  segmentsChange,
  linesChange,
  feedbackChange,
  productMarksChange,
  marksChange,
];

/** Everything Undo can take back, besides imports, which carry their own undo. */
export const UNDOABLES: Undoables = new Map(ALL.map((each) => [each.kind, each]));
