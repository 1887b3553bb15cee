import type { SourceRef } from '../../../shared/contract/importing.ts';
import { declarationOf } from '../../../shared/model/import-kind.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportQuestion,
  ImportResult,
} from '../../../shared/model/importing.ts';
import type { TaxTreatment } from '../../../shared/model/tax.ts';
import type { FailureText } from '../../ui/states/failure-text.ts';
import { businessNameFrom } from './business-name.ts';

/** What the owner says once about a file, apart from its columns. */
export type Choices = {
  readonly businessName: string;
  /** null until the owner has said it */
  readonly tax: TaxTreatment | null;
  readonly taxRate: number | null;
};

type Checked = {
  readonly fileName: string;
  readonly source: SourceRef;
  readonly options: ImportOptions;
  readonly preview: ImportPreview;
  readonly choices: Choices;
};

/** The state of the import studio. It outlives its screen: an import goes on while the owner looks elsewhere. */
export type Studio =
  | {
      readonly step: 'idle';
      readonly notice: FailureText | null;
      /** a file that was refused only because it was imported before */
      readonly again: { readonly fileName: string; readonly source: SourceRef } | null;
    }
  | { readonly step: 'receiving'; readonly fileName: string; readonly share: number }
  | {
      readonly step: 'reading';
      readonly fileName: string;
      readonly source: SourceRef;
      readonly options: ImportOptions;
      readonly job: string;
    }
  | (Checked & {
      readonly step: 'checking';
      /** set while the file is read again under new options */
      readonly rereading: string | null;
      readonly notice: FailureText | null;
    })
  | (Checked & { readonly step: 'committing'; readonly job: string; readonly cancelling: boolean })
  | {
      readonly step: 'done';
      readonly fileName: string;
      readonly result: ImportResult;
      /** cancelled when there was nothing left to stop */
      readonly tooLate: boolean;
    };

export type StudioEvent =
  | { readonly type: 'file'; readonly fileName: string }
  | { readonly type: 'share'; readonly share: number }
  | {
      readonly type: 'read';
      readonly fileName: string;
      readonly source: SourceRef;
      readonly options: ImportOptions;
      readonly job: string;
    }
  | {
      readonly type: 'previewed';
      readonly job: string;
      readonly preview: ImportPreview;
      readonly tax: TaxTreatment | null;
    }
  | { readonly type: 'reread'; readonly options: ImportOptions; readonly job: string }
  | { readonly type: 'choose'; readonly choices: Partial<Choices> }
  | { readonly type: 'setOptions'; readonly options: ImportOptions }
  | { readonly type: 'commit'; readonly job: string }
  | { readonly type: 'cancelling' }
  | { readonly type: 'committed'; readonly result: ImportResult }
  | { readonly type: 'failed'; readonly notice: FailureText; readonly job?: string }
  | { readonly type: 'reset' };

export const IDLE: Studio = { step: 'idle', notice: null, again: null };

export const CANCELLED: FailureText = {
  what: 'Cancelled.',
  safe: 'Nothing was changed.',
  next: '',
};

/** The engine refuses a file it knows already, unless it is allowed again; its sentence ends by saying so. */
export const offersAgain = (notice: FailureText): boolean => /allow it again\.$/.test(notice.what);

const previewed = (state: Studio, event: Extract<StudioEvent, { type: 'previewed' }>): Studio => {
  if (state.step === 'reading' && state.job === event.job)
    return {
      step: 'checking',
      fileName: state.fileName,
      source: state.source,
      options: state.options,
      preview: event.preview,
      choices: {
        businessName: businessNameFrom(state.source.kind === 'pasted' ? '' : state.fileName),
        tax: event.tax,
        taxRate: null,
      },
      rereading: null,
      notice: null,
    };
  if (state.step === 'checking' && state.rereading === event.job)
    return { ...state, preview: event.preview, rereading: null, notice: null };
  return state;
};

const failed = (state: Studio, event: Extract<StudioEvent, { type: 'failed' }>): Studio => {
  if (state.step === 'checking') {
    // An answer to a reading that was replaced meanwhile says nothing any more.
    if (event.job !== undefined && event.job !== state.rereading) return state;
    return { ...state, rereading: null, notice: event.notice };
  }
  if (state.step === 'committing') {
    const { job: _job, cancelling: _cancelling, ...checked } = state;
    return { ...checked, step: 'checking', rereading: null, notice: event.notice };
  }
  if (state.step === 'reading' && event.job !== undefined && event.job !== state.job) return state;
  const again =
    state.step === 'reading' && offersAgain(event.notice)
      ? { fileName: state.fileName, source: state.source }
      : null;
  return { step: 'idle', notice: event.notice, again };
};

export const studioReducer = (state: Studio, event: StudioEvent): Studio => {
  switch (event.type) {
    case 'file':
      return { step: 'receiving', fileName: event.fileName, share: 0 };
    case 'share':
      return state.step === 'receiving' ? { ...state, share: event.share } : state;
    case 'read':
      return {
        step: 'reading',
        fileName: event.fileName,
        source: event.source,
        options: event.options,
        job: event.job,
      };
    case 'previewed':
      return previewed(state, event);
    case 'reread':
      return state.step === 'checking'
        ? { ...state, options: event.options, rereading: event.job, notice: null }
        : state;
    case 'setOptions':
      return state.step === 'checking' ? { ...state, options: event.options } : state;
    case 'choose':
      return state.step === 'checking'
        ? { ...state, choices: { ...state.choices, ...event.choices } }
        : state;
    case 'commit': {
      if (state.step !== 'checking') return state;
      const { rereading: _rereading, notice: _notice, ...checked } = state;
      return { ...checked, step: 'committing', job: event.job, cancelling: false };
    }
    case 'cancelling':
      return state.step === 'committing' ? { ...state, cancelling: true } : state;
    case 'committed':
      return state.step === 'committing'
        ? { step: 'done', fileName: state.fileName, result: event.result, tooLate: state.cancelling }
        : state;
    case 'failed':
      return failed(state, event);
    case 'reset':
      return IDLE;
  }
};

/** The question which currency a file is in, where it is open. */
export const currencyAsked = (preview: ImportPreview): ImportQuestion | null =>
  preview.questions.find(({ id }) => id === 'currency') ?? null;

/** Why the owner is asked about tax; null where it is settled or no matter. */
export const taxAsked = ({ source, taxNote }: ImportPreview): string | null =>
  source.kind === 'orders' ? taxNote : null;

/** Whether a file says any amounts: only then its currency is a matter. */
export const holdsMoney = ({ source: { kind }, columns }: ImportPreview): boolean =>
  kind === 'orders' ||
  declarationOf(kind).money.some((field) => columns.some((column) => column.field === field));

/** Why the import button waits, as a sentence; null when it may be pressed. */
export const whyNotYet = (state: Studio, hasPortfolio: boolean): string | null => {
  if (state.step !== 'checking') return 'There is nothing to import.';
  if (state.rereading !== null) return 'The file is being read again.';
  const { preview, options, choices } = state;
  if (preview.questions.length === 1 && currencyAsked(preview))
    return 'Say which currency the amounts are in.';
  if (preview.questions.length > 0)
    return preview.questions.length === 1
      ? 'One question is still open.'
      : `${preview.questions.length} questions are still open.`;
  if (preview.missing.length > 0) return 'A column that is needed has no match yet.';
  if (!preview.result) return 'The file cannot be imported as it stands.';
  if (options.badRows === 'stop' && preview.result.rows.leftOut > 0)
    return 'You chose to stop at problems. Correct the file, save it, and drop it here again.';
  if (preview.result.rows.imported === 0)
    return preview.result.rows.alreadyThere > 0
      ? 'Everything in this file is in your portfolio already.'
      : 'The file has no row that can be imported.';
  if (taxAsked(preview) !== null && choices.tax === null) return 'Say whether the amounts include tax.';
  if (!hasPortfolio && choices.businessName.trim() === '') return 'Your business needs a name.';
  return null;
};
