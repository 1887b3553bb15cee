import type { SourceRef } from '../../../shared/contract/importing.ts';
import type { ImportOptions, ImportPreview, ImportResult } from '../../../shared/model/importing.ts';
import { counted, plural } from '../../../shared/words.ts';

/** Several files that came at once, each to be imported on its own. */
export type Queued = {
  readonly id: string;
  readonly fileName: string;
  readonly at: QueuedState;
  /** its check lies open on the screen */
  readonly open?: boolean;
};

type Received = { readonly source: SourceRef; readonly options: ImportOptions };

export type QueuedState =
  | { readonly step: 'waiting' }
  | { readonly step: 'reading' }
  | (Received & { readonly step: 'checked'; readonly preview: ImportPreview })
  | (Received & { readonly step: 'importing'; readonly preview: ImportPreview })
  | { readonly step: 'done'; readonly result: ImportResult }
  /** `source` is there where the file was taken in and only its reading or import failed */
  | { readonly step: 'failed'; readonly sentence: string; readonly source: SourceRef | null };

export type QueueEvent =
  | { readonly type: 'add'; readonly files: readonly { readonly id: string; readonly fileName: string }[] }
  | { readonly type: 'set'; readonly id: string; readonly at: QueuedState }
  | { readonly type: 'open'; readonly id: string | null }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'clear' };

export const queueReducer = (queue: readonly Queued[], event: QueueEvent): readonly Queued[] => {
  switch (event.type) {
    case 'add':
      return [
        ...queue.filter(({ at }) => at.step !== 'done'),
        ...event.files.map((file): Queued => ({ ...file, at: { step: 'waiting' } })),
      ];
    case 'set':
      return queue.map((each) => (each.id === event.id ? { ...each, at: event.at } : each));
    case 'open':
      return queue.map((each) => ({ ...each, open: each.id === event.id }));
    case 'remove':
      return queue.filter(({ id }) => id !== event.id);
    case 'clear':
      return [];
  }
};

/** Why a checked file cannot be imported without a change, as a sentence; null when it can. */
export const openIn = (preview: ImportPreview): string | null => {
  if (preview.questions.length > 0) return preview.questions[0]?.question ?? null;
  if (preview.missing.length > 0) return preview.missing[0] ?? null;
  if (!preview.result) return 'The file cannot be imported as it stands.';
  if (preview.result.rows.imported === 0)
    return preview.result.rows.alreadyThere > 0
      ? 'Everything in this file is in your portfolio already.'
      : 'The file has no row that can be imported.';
  return null;
};

const isAllThere = ({ result }: ImportPreview): boolean =>
  result !== null && result.rows.imported === 0 && result.rows.alreadyThere > 0;

/** Files that "Import all" takes. */
export const readyIn = (queue: readonly Queued[]): readonly Queued[] =>
  queue.filter(({ at }) => at.step === 'checked' && openIn(at.preview) === null);

/** Why "Import all" waits, as a sentence; null when it may be pressed. */
export const whyNotAll = (
  queue: readonly Queued[],
  said: { readonly name: boolean; readonly tax: boolean },
): string | null => {
  if (queue.some(({ at }) => at.step === 'importing'))
    return 'The files are being imported, one after the other.';
  if (queue.some(({ at }) => at.step === 'waiting' || at.step === 'reading'))
    return 'The files are being read.';
  const open = queue.filter(
    ({ at }) => at.step === 'checked' && openIn(at.preview) !== null && !isAllThere(at.preview),
  ).length;
  if (open > 0)
    return open === 1
      ? 'One file still asks something. Check it, or take it off the list.'
      : `${open} files still ask something. Check them, or take them off the list.`;
  if (readyIn(queue).length === 0) return 'There is nothing left to import.';
  if (!said.tax) return 'Say whether the amounts include tax.';
  return said.name ? null : 'Your business needs a name.';
};

/** How the whole went, once nothing of it is left to do. */
export const queueSummary = (queue: readonly Queued[]): string | null => {
  const done = queue.filter(({ at }) => at.step === 'done').length;
  const failed = queue.filter(({ at }) => at.step === 'failed').length;
  if (done === 0 || queue.some(({ at }) => at.step === 'importing')) return null;
  const files = (n: number): string => counted(n, 'file was', 'files were');
  return failed === 0
    ? `${files(done)} imported.`
    : `${files(done)} imported; ${files(failed)} not, and nothing of ${plural(failed, 'it', 'them')} is in.`;
};
