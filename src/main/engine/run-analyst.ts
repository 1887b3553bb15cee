import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { IsoDay } from '../../shared/model/day.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Readable } from '../database/connection.ts';
import { dataVersion } from '../database/settings.ts';
import { type Analysis, keepAnalysis, knownAnalysis } from '../portfolio/analysis/analysis.ts';
import type { Part } from '../portfolio/analysis/part.ts';
import { missingParts, partNamed } from '../portfolio/parts.ts';
import type { FromAnalyst, ToAnalyst } from './analyst-messages.ts';
import { errorOf } from './failure.ts';
import { takePieces } from './pieces.ts';
import type { UseCaseCall } from './use-cases.ts';

type Thread = { readonly worker: Worker; readonly pieces: MessagePort };

/** Parts of an analysis. After a change of the data nobody wants those of before any more. */
type PartsWork = {
  readonly version: number;
  readonly asOf: IsoDay | undefined;
  readonly parts: Set<Part>;
};

/** A call of a use case sees the data as they are when its turn comes. */
type CallWork = {
  readonly version: number;
  readonly call: UseCaseCall;
  readonly answered: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
  readonly answer: Promise<unknown>;
  /** who waits for it, one entry each */
  readonly askers: Set<object>;
};

type Work = PartsWork | CallWork;

type Waiter = {
  readonly asOf: IsoDay | undefined;
  readonly needs: readonly Part[];
  readonly arrived: () => void;
  readonly failed: (error: unknown) => void;
};

export type AnalystProgress = { readonly phase: string; readonly done: number; readonly total: number };

/** Without work the thread ends after this long and gives its memory back. */
const IDLE_MS = 120_000;

const CANCELLED = 'Cancelled. Open the screen again to have it worked out.';

/**
 * Works out analyses of one portfolio in a thread with a connection of its own, so that the engine goes on answering
 * meanwhile. What arrives is kept with the engine's connection, where every reader finds it.
 */
export class Analyst {
  readonly #db: Readable;
  readonly #progress: (progress: AnalystProgress) => void;
  #thread: Thread | null = null;
  #running: Work | null = null;
  #queue: Work[] = [];
  #waiting: readonly Waiter[] = [];
  #idle: NodeJS.Timeout | undefined;

  constructor(db: Readable, progress: (progress: AnalystProgress) => void) {
    this.#db = db;
    this.#progress = progress;
  }

  /**
   * Sees to it that what is missing of an analysis is worked out; work that is asked for already is joined.
   * @param signal of who asks: work that nobody waits for any more is ended
   * @returns when something has arrived: ask again then whether all is there
   * @throws Problem when the owner cancels the work, or whatever made it fail; the signal's reason
   */
  async want(asOf: IsoDay | undefined, needs: readonly Part[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const missing = missingParts(this.#db, asOf, needs);
    if (missing?.length === 0) return;
    this.#askParts(dataVersion(this.#db), asOf, missing ?? needs);
    const { promise, resolve: arrived, reject: failed } = Promise.withResolvers<void>();
    const waiter = { asOf, needs, arrived, failed };
    this.#waiting = [...this.#waiting, waiter];
    await unlessGivenUp(promise, signal, () => {
      this.#waiting = this.#waiting.filter((each) => each !== waiter);
      this.#dropUnwanted();
    });
  }

  /**
   * Has a whole use case run there; the same call made twice is answered once.
   * @param signal of who asks: a read that nobody waits for any more is ended, something that is to be kept is not
   * @throws Problem as the use case does, or when the owner cancels; the signal's reason
   */
  ask(call: UseCaseCall, signal: AbortSignal): Promise<unknown> {
    if ('write' in call) return this.#workFor(call).answer;
    if (signal.aborted) return Promise.reject(signal.reason);
    const { answer, askers } = this.#workFor(call);
    const asker = {};
    askers.add(asker);
    return unlessGivenUp(answer, signal, () => {
      askers.delete(asker);
      this.#dropUnwanted();
    });
  }

  #workFor(call: UseCaseCall): CallWork {
    const version = dataVersion(this.#db);
    const text = JSON.stringify(call);
    const same =
      'write' in call
        ? undefined
        : this.#all().find(
            (work) => 'call' in work && work.version === version && JSON.stringify(work.call) === text,
          );
    if (same && 'call' in same) return same;
    const { promise: answer, resolve: answered, reject: failed } = Promise.withResolvers<unknown>();
    // whoever asked may have gone before it fails
    answer.catch(() => undefined);
    const work: CallWork = { version, call, answered, failed, answer, askers: new Set() };
    this.#queue.push(work);
    this.#next();
    return work;
  }

  /** Ends what nobody waits for any more. */
  #dropUnwanted(): void {
    const isWanted = (work: Work): boolean =>
      'call' in work
        ? 'write' in work.call || work.askers.size > 0
        : this.#waiting.some(
            ({ asOf, needs }) => asOf === work.asOf && needs.some((part) => work.parts.has(part)),
          );
    this.#queue = this.#queue.filter(isWanted);
    if (this.#running === null || isWanted(this.#running)) return;
    void this.#end();
    this.#progress({ phase: 'done', done: 1, total: 1 });
    this.#next();
  }

  /** The data have changed: what is being worked out is of no use any more. Who waits asks anew. */
  dropObsolete(): void {
    const version = dataVersion(this.#db);
    const now = (work: Work): Work[] =>
      'call' in work ? [{ ...work, version }] : work.version === version ? [work] : [];
    this.#queue = this.#queue.flatMap(now);
    const running = this.#running;
    if (running === null || running.version === version) return;
    void this.#end();
    this.#queue.unshift(...now(running));
    this.#tell((waiter) => waiter.arrived());
    this.#next();
  }

  /** @returns false where nothing was being worked out */
  cancel(): boolean {
    const { busy } = this;
    void this.#endAll(new Problem(CANCELLED));
    this.#tell((waiter) => waiter.failed(new Problem(CANCELLED)));
    return busy;
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /** @returns when the thread has let go of the portfolio */
  async stop(): Promise<void> {
    const ended = this.#endAll(new Problem('The portfolio was closed meanwhile.'));
    // who still waits is told by what it asks next: that no portfolio is open
    this.#tell((waiter) => waiter.arrived());
    await ended;
  }

  #all(): readonly Work[] {
    return this.#running ? [this.#running, ...this.#queue] : this.#queue;
  }

  #askParts(version: number, asOf: IsoDay | undefined, parts: readonly Part[]): void {
    const same = this.#all().filter(
      (work): work is PartsWork => 'parts' in work && work.version === version && work.asOf === asOf,
    );
    const open = parts.filter((part) => !same.some((work) => work.parts.has(part)));
    if (same.length > 0 && open.length === 0) return;
    const queued = same.find((work) => work !== this.#running);
    if (queued) for (const part of open) queued.parts.add(part);
    else this.#queue.push({ version, asOf, parts: new Set(open) });
    this.#next();
  }

  #next(): void {
    if (this.#running !== null) return;
    const work = this.#queue.shift();
    if (!work) {
      this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref();
      return;
    }
    clearTimeout(this.#idle);
    this.#running = work;
    this.#thread ??= this.#start();
    this.#thread.worker.postMessage(this.#message(work));
  }

  #message(work: Work): ToAnalyst {
    if ('call' in work) return { type: 'call', call: work.call };
    const { asOf, parts, version } = work;
    const known = knownAnalysis(this.#db, asOf) ? version : null;
    return {
      type: 'parts',
      asked: { asOf: asOf ?? null, parts: Array.from(parts, ({ partName }) => partName), known },
    };
  }

  #start(): Thread {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL('./analyst.ts', import.meta.url), {
      name: 'clientele analyst',
      workerData: { portfolio: this.#db.path, shared: this.#db.file?.shared, pieces: port2 },
      transferList: [port2],
    });
    const thread: Thread = { worker, pieces: port1 };
    // what has been said is dealt with in its order, also where that takes several turns
    let dealt = Promise.resolve();
    const deal = (step: () => unknown): void => {
      dealt = dealt.then(async () => {
        if (this.#thread === thread) await step();
      });
    };
    worker.on('message', (message: FromAnalyst) => deal(() => this.#hear(thread, message)));
    worker.on('error', (error) => deal(() => this.#fail(error)));
    worker.on('exit', () => deal(() => this.#fail(new Error('the analyst ended without an answer'))));
    worker.unref();
    return thread;
  }

  async #hear({ pieces }: Thread, message: FromAnalyst): Promise<void> {
    switch (message.type) {
      case 'phase':
        return this.#progress(message);
      case 'ready':
        return this.#keep(message, await takePieces(pieces, message.pieces));
      case 'done':
        return this.#finish(() => this.#tell((waiter) => waiter.arrived()));
      case 'answer':
        return this.#finish((work) => 'call' in work && work.answered(message.value));
      case 'problem':
        return this.#finish((work) => this.#refuse(work, errorOf(message)));
      case 'failed':
        return this.#fail(errorOf(message));
    }
  }

  #finish(then: (work: Work) => void): void {
    const work = this.#running;
    this.#running = null;
    this.#progress({ phase: 'done', done: 1, total: 1 });
    if (work) then(work);
    this.#next();
  }

  #keep({ part, version, day }: Extract<FromAnalyst, { type: 'ready' }>, value: unknown): void {
    // closed or changed while the pieces were taken
    if (!this.#db.open || dataVersion(this.#db) !== version) return;
    if (part === null) keepAnalysis(this.#db, version, day, value as Analysis | null);
    else {
      const analysis = knownAnalysis(this.#db, day);
      if (analysis) partNamed(part).keep(analysis, value);
    }
    this.#tell((waiter) => waiter.arrived());
  }

  #fail(error: unknown): void {
    const work = this.#running;
    void this.#end();
    if (work) this.#refuse(work, error);
    this.#next();
  }

  /** Whose work it was is told what is wrong; the others look again. */
  #refuse(work: Work, error: unknown): void {
    if ('call' in work) work.failed(error);
    else this.#tell((waiter) => (waiter.asOf === work.asOf ? waiter.failed(error) : waiter.arrived()));
  }

  #tell(what: (waiter: Waiter) => void): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const waiter of waiting) what(waiter);
  }

  async #endAll(reason: Problem): Promise<void> {
    for (const work of this.#all()) if ('call' in work) work.failed(reason);
    this.#queue = [];
    await this.#end();
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    this.#running = null;
    clearTimeout(this.#idle);
    thread?.pieces.close();
    await thread?.worker.terminate();
  }
}

/** A promise, or the reason why whoever waits for it has given it up. @param given what is to be done then */
const unlessGivenUp = <T>(promise: Promise<T>, signal: AbortSignal, given: () => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const give = (): void => {
      given();
      reject(signal.reason);
    };
    signal.addEventListener('abort', give, { once: true });
    const settle = (): void => signal.removeEventListener('abort', give);
    promise.then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
  });
