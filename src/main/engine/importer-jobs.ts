import type { ForeignChanges } from '../../shared/model/foreign-changes.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportResult,
  UndoneImport,
} from '../../shared/model/importing.ts';
import type { CopyReason, SafetyCopy } from '../../shared/model/safety-copy.ts';
import type { Restored } from '../database/backup/restore.ts';
import type { Saved } from '../database/backup/save-as.ts';
import type { Accepted } from '../database/verify/foreign-changes.ts';
import type { SampleKind } from '../sample/truth.ts';
import type { Failure } from './failure.ts';

/** Work for the importer, which runs in a thread of its own with a connection of its own. All of it is plain data. */
export type ImporterJob =
  | {
      readonly kind: 'preview';
      readonly portfolio: string | null;
      readonly file: string;
      readonly name: string;
      readonly options: ImportOptions;
    }
  | {
      readonly kind: 'commit';
      readonly portfolio: string;
      readonly file: string;
      readonly name: string;
      readonly options: ImportOptions;
      readonly backupFolder: string;
      /** for a portfolio that does not exist yet */
      readonly businessName?: string;
    }
  | {
      readonly kind: 'undo';
      readonly portfolio: string;
      readonly batch: number;
      readonly backupFolder: string;
    }
  | {
      readonly kind: 'back-up';
      readonly portfolio: string;
      readonly backupFolder: string;
      readonly reason: CopyReason;
    }
  | {
      readonly kind: 'restore';
      readonly portfolio: string;
      readonly file: string;
      readonly backupFolder: string;
    }
  | { readonly kind: 'compare'; readonly portfolio: string; readonly backupFolder: string }
  | { readonly kind: 'accept'; readonly portfolio: string }
  | { readonly kind: 'save-as'; readonly portfolio: string; readonly to: string }
  | {
      readonly kind: 'sample';
      readonly portfolio: string;
      readonly sample: SampleKind;
      readonly until: string;
      readonly scratch: string;
      readonly backupFolder: string;
    };

export type ImporterOutcome = {
  preview: Omit<ImportPreview, 'preview'>;
  commit: ImportResult;
  undo: UndoneImport;
  sample: ImportResult;
  'back-up': SafetyCopy;
  restore: Restored;
  'save-as': Saved;
  compare: ForeignChanges;
  accept: Accepted;
};

export type ImporterProgress = {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly rows: number;
};

/** What the importer's thread says to the engine. */
export type FromImporter =
  | { readonly type: 'progress'; readonly progress: ImporterProgress }
  | { readonly type: 'done'; readonly outcome: unknown }
  | { readonly type: 'cancelled' }
  | Failure;
