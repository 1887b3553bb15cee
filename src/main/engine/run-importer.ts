import { Worker } from 'node:worker_threads';
import { Problem } from '../../shared/model/problem.ts';
import type { SharedFile } from '../database/verify/portfolio-file.ts';
import { errorOf } from './failure.ts';
import type { FromImporter, ImporterJob, ImporterOutcome, ImporterProgress } from './importer-jobs.ts';

/** The owner cancelled; everything is as it was. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

const STOPPED_ON_ITS_WAY =
  'The work stopped on its way; the portfolio is whole, with all of it or nothing. Look whether it is there, and do it again if not.';

/** Rows are short-lived; left to itself the thread would set 192 MB aside for what it no longer needs. */
const YOUNG_MB = 24;

/**
 * Runs one job in a thread of its own, so that the engine goes on answering every screen from the last committed
 * state meanwhile.
 * @param shared the handle of the engine's own connection to the portfolio the job is about
 * @throws Problem, Cancelled, or Error with the thread's stack
 */
export const runImporter = <Kind extends ImporterJob['kind']>(
  job: Extract<ImporterJob, { kind: Kind }>,
  shared: SharedFile | null,
  onProgress: (progress: ImporterProgress) => void,
  signal: AbortSignal,
): Promise<ImporterOutcome[Kind]> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Cancelled('cancelled'));
    const worker = new Worker(new URL('./importer.ts', import.meta.url), {
      workerData: { job, shared },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const cancel = (): void => {
      worker.postMessage('cancel');
      // it only reads, and looks for no message meanwhile
      if (job.kind !== 'compare') return;
      void worker.terminate();
      settle(() => reject(new Cancelled('cancelled')));
    };
    const settle = (finish: () => void): void => {
      signal.removeEventListener('abort', cancel);
      finish();
    };
    signal.addEventListener('abort', cancel);
    worker.on('message', (message: FromImporter) => {
      if (message.type === 'progress') onProgress(message.progress);
      else if (message.type === 'done') settle(() => resolve(message.outcome as ImporterOutcome[Kind]));
      else if (message.type === 'cancelled') settle(() => reject(new Cancelled('cancelled')));
      else settle(() => reject(errorOf(message)));
    });
    worker.on('error', (error) => settle(() => reject(error)));
    worker.on('exit', () => settle(() => reject(new Problem(STOPPED_ON_ITS_WAY))));
  });
