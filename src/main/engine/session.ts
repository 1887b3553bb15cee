import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EventPublisher, ORPCError } from '@orpc/server';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Unopened } from '../../shared/contract/portfolio.ts';
import type { IsoDay } from '../../shared/model/day.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { CopyReason } from '../../shared/model/safety-copy.ts';
import { copiesIn, isBackUpDue } from '../database/backup/back-up.ts';
import type { Readable, Writable } from '../database/connection.ts';
import { createPortfolio, openPortfolio, refuseOther } from '../database/open.ts';
import { dataVersion, writeSetting } from '../database/settings.ts';
import { lookThroughApart } from '../database/verify/look-apart.ts';
import { type Log, openLog } from '../log/log.ts';
import type { Part } from '../portfolio/analysis/part.ts';
import { missingParts } from '../portfolio/parts.ts';
import { askedSignal } from './asked.ts';
import type { ImporterJob, ImporterOutcome, ImporterProgress } from './importer-jobs.ts';
import { endOf, startEntry } from './log-entries.ts';
import type { EngineOptions } from './options.ts';
import { ENDING, Recent, type RecentPortfolio } from './recent.ts';
import { Analyst, type AnalystProgress } from './run-analyst.ts';
import { Cancelled, runImporter } from './run-importer.ts';
import { Sources } from './sources.ts';
import { isOfNoConcern, unopenedOf } from './unopened.ts';
import type { ReadArguments, Reads, UseCaseCall, WriteArguments, Writes } from './use-cases.ts';

/** Work that reads the portfolio and lets it be changed meanwhile. */
const BESIDE: ReadonlySet<ImporterJob['kind']> = new Set(['preview', 'back-up', 'save-as', 'compare']);

/** The name under which the working out of figures is followed and cancelled. */
export const FIGURES_JOB = 'figures';
/** An edit waits so long in the log at most before the file is left whole by itself. */
const IDLE_MS = 1000;
const BACK_UP_AFTER_MS = 5000;
/** Systems end at 255 bytes; a safety copy adds its day and the ending to the name. */
const NAME_BYTES = 200;

/** What the engine holds between calls: the open portfolio, running work, and who listens. */
export class Session {
  readonly options: EngineOptions;
  readonly log: Log;
  readonly sources: Sources;
  readonly events = new EventPublisher<{ event: AppEvent }>();
  readonly #jobs = new Map<string, AbortController>();
  readonly #recent: Recent;
  #db: Writable | null = null;
  #analyst: Analyst | null = null;
  /** a job that writes; small edits are refused meanwhile and say so */
  #writing: Promise<unknown> | null = null;
  /** something small that is being kept by another thread; other edits wait for it */
  #saving: Promise<unknown> | null = null;
  /** jobs that read through the handle of the open portfolio, which must not be closed before them */
  readonly #sharing = new Set<Promise<unknown>>();
  readonly #told: (open: string | null) => void;
  #opening: { readonly path: string; readonly given: AbortController } | null = null;
  #unopened: Unopened | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** @param told of which portfolio is open from now on */
  constructor(options: EngineOptions, told: (open: string | null) => void = () => undefined) {
    this.options = options;
    this.#told = told;
    this.#recent = new Recent(options.dataFolder);
    this.sources = new Sources(options.dataFolder);
    this.log = openLog(options.dataFolder);
    this.log.write(startEntry(options.version));
    if (options.open) this.#openAtStart(resolve(options.open));
  }

  /** @throws Problem for what never was a portfolio here; why another is not opened is asked for by the first screen */
  #openAtStart(path: string): void {
    try {
      refuseOther(path);
    } catch (error) {
      if (isOfNoConcern(path, error, this.#recent, this.backupFolder)) throw error;
    }
    this.open(path).catch(() => undefined);
  }

  get backupFolder(): string {
    return copiesIn(this.options.dataFolder);
  }

  /** For reading; what writes goes through {@link edit}. @throws the contract's NO_PORTFOLIO */
  get db(): Readable {
    return this.#open;
  }

  get #open(): Writable {
    if (!this.#db) throw new ORPCError('NO_PORTFOLIO', { status: 409, message: 'No portfolio is open.' });
    return this.#db;
  }

  get openDb(): Readable | null {
    return this.#db;
  }

  /** The portfolio that is being looked through; nothing of it is known before. */
  get checking(): string | null {
    return this.#opening?.path ?? null;
  }

  get unopened(): Unopened | null {
    return this.#unopened;
  }

  leaveUnopened(): void {
    this.#unopened = null;
  }

  /**
   * Opens a portfolio once it has been looked through for damage; until then the one before stays open.
   * @throws Problem where it cannot be opened, which {@link unopened} tells as well
   */
  async open(path: string): Promise<Writable> {
    this.#refuseWhileWriting();
    const full = resolve(path);
    this.#opening?.given.abort(new Problem('Another portfolio was opened meanwhile.'));
    const opening = { path: full, given: new AbortController() };
    this.#opening = opening;
    const since = performance.now();
    this.events.publish('event', { type: 'portfolio' });
    try {
      // looked through as it lies on the disk, by nobody else but one who has no connection to it
      if (this.#db?.path === full) await this.#letGo();
      await lookThroughApart(full, opening.given.signal);
      this.#refuseWhileWriting();
      const db = openPortfolio(full, { backupFolder: this.backupFolder, checked: true });
      void this.#letGo();
      this.#opening = null;
      this.#unopened = null;
      this.#db = db;
      this.#analyst = new Analyst(db, (progress) => this.#figures(progress));
      this.#recent.remember(full);
      this.#backUpSoon(db);
      this.#tellPortfolio();
      this.log.write({ event: 'open', bytes: db.file?.bytes ?? null, ...endOf(since, 'done') });
      return db;
    } catch (error) {
      if (!opening.given.signal.aborted)
        this.log.write({ event: 'open', bytes: null, ...endOf(since, error) });
      if (this.#opening === opening) {
        this.#opening = null;
        this.#unopened = isOfNoConcern(full, error, this.#recent, this.backupFolder)
          ? null
          : unopenedOf(full, error);
        this.#tellPortfolio();
      }
      throw error;
    }
  }

  #tellPortfolio(): void {
    this.#told(this.#db?.path ?? null);
    this.events.publish('event', { type: 'portfolio' });
  }

  create(name: string): Promise<Writable> {
    this.#refuseWhileWriting();
    const path = this.freePath(name);
    const db = createPortfolio(path);
    writeSetting(db, 'businessName', name);
    db.close();
    return this.open(path);
  }

  /** Where a portfolio of this name lies, without characters that mean something in a path. */
  pathFor(name: string): string {
    let safe = name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+|[. ]+$/g, '');
    while (Buffer.byteLength(safe) > NAME_BYTES) safe = [...safe].slice(0, -1).join('').trimEnd();
    if (safe === '') throw new Problem('Give the business a name with at least one letter or digit.');
    return join(this.options.portfolioFolder, `${safe}${ENDING}`);
  }

  /** The same for a portfolio that is to be made. @throws Problem when the name is taken */
  freePath(name: string): string {
    mkdirSync(this.options.portfolioFolder, { recursive: true, mode: 0o700 });
    const path = this.pathFor(name);
    if (existsSync(path))
      throw new Problem(
        `There is a portfolio called "${name}" already; choose another name or open that one.`,
      );
    return path;
  }

  /** Where a copy goes, and why it is made. */
  copying(reason: CopyReason): { readonly backupFolder: string; readonly reason: CopyReason } {
    return { backupFolder: this.backupFolder, reason };
  }

  /** Lets the portfolio go for another file to take its place. @returns when nobody here has it open any more */
  async release(): Promise<void> {
    await this.#saved();
    this.#refuseWhileWriting();
    await this.#letGo();
  }

  close(): void {
    this.#refuseWhileWriting();
    this.#opening?.given.abort(new Problem('The portfolio was closed meanwhile.'));
    this.#opening = null;
    void this.#letGo();
    this.#tellPortfolio();
  }

  /** Ends everything, running imports too: they roll back. */
  end(): void {
    this.#opening?.given.abort(new Problem('Clientele was closed meanwhile.'));
    this.#opening = null;
    for (const job of this.#jobs.values()) job.abort();
    this.sources.end();
    void this.#letGo();
    this.log.write({ event: 'end' });
  }

  /** A copy a day, made in a thread when the first screen has had its time. */
  #backUpSoon(db: Readable): void {
    setTimeout(() => {
      if (this.#db !== db || this.#writing || !isBackUpDue(db, this.backupFolder, Date.now())) return;
      this.run('daily copy', { kind: 'back-up', portfolio: db.path, ...this.copying('daily') }).catch(
        (error: unknown) => {
          const sentence = error instanceof Problem ? error.message : 'No safety copy could be made today.';
          this.events.publish('event', { type: 'notice', sentence });
        },
      );
    }, BACK_UP_AFTER_MS).unref();
  }

  /** A copy or a move of the file by other means is then one of everything. Who works with it is not made to wait. */
  #settleSoon(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      const db = this.#db;
      if (!db?.raw.open) return;
      const busy = this.#writing !== null || this.#saving !== null || this.#analyst?.busy === true;
      if (busy || !db.settle()) this.#settleSoon();
    }, IDLE_MS).unref();
  }

  /** The last connection to close leaves the file whole, so it waits for the analyst where that is at work. */
  async #letGo(): Promise<void> {
    const [db, analyst] = [this.#db, this.#analyst];
    this.#db = null;
    this.#analyst = null;
    clearTimeout(this.#idle);
    if (analyst?.busy) await analyst.stop();
    else void analyst?.stop();
    if (this.#sharing.size > 0) await Promise.allSettled(this.#sharing);
    db?.close();
  }

  /**
   * Reads from an analysis when what it needs of it has been worked out; all of one reader's queries see the same data.
   * Meanwhile the engine answers everybody else.
   */
  async read<T>(needs: readonly Part[], asOf: IsoDay | undefined, work: (db: Readable) => T): Promise<T> {
    for (;;) {
      const { db } = this;
      const outcome = db.snapshot(() =>
        missingParts(db, asOf, needs)?.length === 0 ? { result: work(db) } : null,
      );
      if (outcome) return outcome.result;
      await this.#analyst?.want(asOf, needs, askedSignal());
    }
  }

  /** Has a use case answered in the analyst's thread as a whole. */
  async ask<Name extends keyof Reads>(
    read: Name,
    ...given: ReadArguments<Name>
  ): Promise<ReturnType<Reads[Name]>> {
    return this.#answered({ read, with: given } as UseCaseCall) as Promise<ReturnType<Reads[Name]>>;
  }

  /** The same where something is kept at the end: it holds the portfolio meanwhile, as an import does. */
  async have<Name extends keyof Writes>(
    write: Name,
    ...given: WriteArguments<Name>
  ): Promise<ReturnType<Writes[Name]>> {
    await this.#saved();
    this.#refuseWhileWriting();
    const saving = this.#answered({ write, with: given } as UseCaseCall);
    this.#saving = saving;
    try {
      return (await saving) as ReturnType<Writes[Name]>;
    } finally {
      if (this.#saving === saving) this.#saving = null;
      this.changed();
    }
  }

  /** Waits until what is being kept by another thread has been. */
  async #saved(): Promise<void> {
    while (this.#saving) await this.#saving.catch(() => undefined);
  }

  async #answered(call: UseCaseCall): Promise<unknown> {
    // who asks with nothing open is told so
    if (!this.db || !this.#analyst) return undefined;
    return this.#analyst.ask(call, askedSignal());
  }

  /** A small edit: refused with a sentence while an import holds the portfolio. Tells every window that data changed. */
  async edit<T>(work: (db: Writable) => T): Promise<T> {
    await this.#saved();
    this.#refuseWhileWriting();
    const result = work(this.#open);
    this.changed();
    return result;
  }

  /**
   * Something about the portfolio that is no part of its data: kept when whatever writes has ended, or not at all where
   * another portfolio is open by then.
   */
  async note(db: Readable, work: (db: Writable) => void): Promise<void> {
    while (this.#writing ?? this.#saving) await (this.#writing ?? this.#saving)?.catch(() => undefined);
    if (this.#db !== db) return;
    work(this.#db);
    this.#settleSoon();
  }

  changed(): void {
    this.#settleSoon();
    this.#analyst?.dropObsolete();
    if (this.#db) this.events.publish('event', { type: 'changed', dataVersion: dataVersion(this.#db) });
  }

  /**
   * Runs work in another thread under a name by which the window follows and cancels it.
   * @param asked of a call whose end ends the work too; left out where what was begun is finished without a listener
   */
  async run<Kind extends ImporterJob['kind']>(
    name: string,
    job: Extract<ImporterJob, { kind: Kind }>,
    asked?: AbortSignal,
  ): Promise<ImporterOutcome[Kind]> {
    const writes = !BESIDE.has(job.kind);
    if (writes) this.#refuseWhileWriting();
    if (this.#jobs.has(name)) throw new Problem('This work is running already.');
    if ('portfolio' in job && job.portfolio === this.#db?.path) this.#db.refuseIfMoved();
    const abort = new AbortController();
    this.#jobs.set(name, abort);
    const signal = asked ? AbortSignal.any([abort.signal, asked]) : abort.signal;
    const started = performance.now();
    let last: ImporterProgress | null = null;
    const ended = (how: unknown): void =>
      this.log.write({
        event: 'job',
        kind: job.kind,
        phase: last?.phase ?? null,
        rows: last?.rows ?? 0,
        ...endOf(started, how),
      });
    const shared =
      'portfolio' in job && job.portfolio === this.#db?.path ? this.#db?.file?.shared : undefined;
    const running = runImporter(
      job,
      shared ?? null,
      (progress) => {
        last = progress;
        this.#progress(name, progress, started);
      },
      signal,
    );
    if (writes) this.#writing = running;
    if (shared) this.#sharing.add(running);
    try {
      const outcome = await running;
      ended('done');
      return outcome;
    } catch (error) {
      ended(error);
      if (error instanceof Cancelled) throw new Problem('Cancelled; everything is as it was.');
      throw error;
    } finally {
      this.#jobs.delete(name);
      this.#sharing.delete(running);
      if (writes) this.#writing = null;
    }
  }

  cancel(name: string): boolean {
    if (name === FIGURES_JOB) return this.#analyst?.cancel() ?? false;
    const job = this.#jobs.get(name);
    job?.abort();
    return job !== undefined;
  }

  recent(): RecentPortfolio[] {
    return this.#recent.list(this.options.portfolioFolder);
  }

  #progress(job: string, { phase, done, total, rows }: ImporterProgress, started: number): void {
    const elapsed = performance.now() - started;
    const rate = rows > 0 && elapsed > 200 ? (rows / elapsed) * 1000 : null;
    const remaining = done > 0 && done < total && elapsed > 200 ? (elapsed / done) * (total - done) : null;
    this.events.publish('event', {
      type: 'progress',
      job,
      phase,
      done,
      total,
      rowsPerSecond: rate,
      remainingMs: remaining,
    });
  }

  #figures({ phase, done, total }: AnalystProgress): void {
    this.events.publish('event', {
      type: 'progress',
      job: FIGURES_JOB,
      phase,
      done,
      total,
      rowsPerSecond: null,
      remainingMs: null,
    });
  }

  #refuseWhileWriting(): void {
    if (this.#writing)
      throw new ORPCError('BUSY', {
        status: 423,
        data: { sentence: 'An import is running; wait for it to finish or cancel it.' },
      });
  }
}
