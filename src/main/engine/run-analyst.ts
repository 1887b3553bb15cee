import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { IsoDay } from '../../shared/model/day.ts';
import type { Connection } from '../database/connection.ts';
import { Problem } from '../database/problem.ts';
import { dataVersion } from '../database/settings.ts';
import { type AnalysisColumns, keepAnalysis, knownAnalysis } from '../portfolio/analysis.ts';
import { keepDerived } from '../portfolio/derived.ts';
import { missingParts, type Part } from '../portfolio/parts.ts';
import type { FromAnalyst, ToAnalyst } from './analyst-messages.ts';
import { takePieces } from './pieces.ts';

type Thread = { readonly worker: Worker; readonly pieces: MessagePort };

type Work = {
  /** the data version it was asked for: after a change nobody wants it any more */
  readonly version: number;
  readonly asOf: IsoDay | undefined;
  readonly parts: Set<Part>;
};

type Waiter = {
  readonly asOf: IsoDay | undefined;
  readonly arrived: () => void;
  readonly failed: (error: unknown) => void;
};

export type AnalystProgress = { readonly phase: string; readonly done: number; readonly total: number };

/** Without work the thread ends after this long and gives its memory back. */
const IDLE_MS = 20_000;

/**
 * Works out analyses of one portfolio in a thread with a connection of its own, so that the engine goes on answering
 * meanwhile. What arrives is kept with the engine's connection, where every reader finds it.
 */
export class Analyst {
  readonly #db: Connection;
  readonly #progress: (progress: AnalystProgress) => void;
  #thread: Thread | null = null;
  #running: Work | null = null;
  #queue: Work[] = [];
  #waiting: readonly Waiter[] = [];
  #idle: NodeJS.Timeout | undefined;

  constructor(db: Connection, progress: (progress: AnalystProgress) => void) {
    this.#db = db;
    this.#progress = progress;
  }

  /**
   * Sees to it that what is missing of an analysis is worked out; work that is asked for already is joined.
   * @returns when something has arrived: ask again then whether all is there
   * @throws Problem when the owner cancels the work, or whatever made it fail
   */
  async want(asOf: IsoDay | undefined, needs: readonly Part[]): Promise<void> {
    const missing = missingParts(this.#db, asOf, needs);
    if (missing?.length === 0) return;
    this.#ask(dataVersion(this.#db), asOf, missing ?? needs);
    await new Promise<void>((arrived, failed) => {
      this.#waiting = [...this.#waiting, { asOf, arrived, failed }];
    });
  }

  /** The data have changed: what is being worked out is of no use any more. Who waits asks anew. */
  dropObsolete(): void {
    const version = dataVersion(this.#db);
    this.#queue = this.#queue.filter((work) => work.version === version);
    if (this.#running === null || this.#running.version === version) return;
    this.#end();
    this.#tell((waiter) => waiter.arrived());
    this.#next();
  }

  /** @returns false where nothing was being worked out */
  cancel(): boolean {
    const busy = this.busy;
    this.#queue = [];
    this.#end();
    this.#tell((waiter) =>
      waiter.failed(new Problem('Cancelled. Open the screen again to have it worked out.')),
    );
    return busy;
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /** @returns when the thread has let go of the portfolio */
  async stop(): Promise<void> {
    this.#queue = [];
    const ended = this.#end();
    // who still waits is told by what it asks next: that no portfolio is open
    this.#tell((waiter) => waiter.arrived());
    await ended;
  }

  #ask(version: number, asOf: IsoDay | undefined, parts: readonly Part[]): void {
    const same = [...(this.#running ? [this.#running] : []), ...this.#queue].filter(
      (work) => work.version === version && work.asOf === asOf,
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
      this.#idle = setTimeout(() => this.#end(), IDLE_MS).unref();
      return;
    }
    clearTimeout(this.#idle);
    this.#running = work;
    this.#thread ??= this.#start();
    const known = knownAnalysis(this.#db, work.asOf) ? work.version : null;
    const message: ToAnalyst = { asOf: work.asOf ?? null, parts: [...work.parts], known };
    this.#thread.worker.postMessage(message);
  }

  #start(): Thread {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL('./analyst.ts', import.meta.url), {
      name: 'clientele analyst',
      workerData: { portfolio: this.#db.path, pieces: port2 },
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
        this.#progress(message);
        return;
      case 'ready':
        return this.#keep(message, await takePieces(pieces, message.pieces));
      case 'done':
        this.#running = null;
        this.#progress({ phase: 'done', done: 1, total: 1 });
        this.#tell((waiter) => waiter.arrived());
        return this.#next();
      case 'failed':
        return this.#fail(new Error(message.stack));
    }
  }

  #keep({ part, version, day }: Extract<FromAnalyst, { type: 'ready' }>, value: unknown): void {
    // closed or changed while the pieces were taken
    if (!this.#db.raw.open || dataVersion(this.#db) !== version) return;
    if (part === null) keepAnalysis(this.#db, version, day, value as AnalysisColumns | null);
    else {
      const analysis = knownAnalysis(this.#db, day);
      if (analysis) keepDerived(analysis, part, value);
    }
    this.#tell((waiter) => waiter.arrived());
  }

  #fail(error: unknown): void {
    const failed = this.#running;
    this.#end();
    this.#tell((waiter) => {
      if (failed === null || waiter.asOf === failed.asOf) waiter.failed(error);
      else waiter.arrived();
    });
    this.#next();
  }

  #tell(what: (waiter: Waiter) => void): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const waiter of waiting) what(waiter);
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
