// The file the analyst's thread is started with: it works out what the engine asks for until it is ended.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Readable, Writable } from '../database/connection.ts';
import { openPortfolio } from '../database/open.ts';
import { dataVersion } from '../database/settings.ts';
import { type Analysis, analysisOf, passOnAnalyses } from '../portfolio/analysis/analysis.ts';
import { lastSaleDay } from '../portfolio/analysis/history.ts';
import { partNamed } from '../portfolio/parts.ts';
import type { AnalystStart, FromAnalyst, PartsAsked, ToAnalyst } from './analyst-messages.ts';
import { failureOf } from './failure.ts';
import { sendPieces } from './pieces.ts';
import { READS, type UseCaseCall, WRITES } from './use-cases.ts';

const { portfolio, shared, pieces } = workerData as AnalystStart;
const port = parentPort!;
const say = (message: FromAnalyst): void => port.postMessage(message);

/** The connection of the last work, closed; what was worked out then is still known by it. */
let last: Readable | null = null;

/**
 * Opens the portfolio for one piece of work only: the engine's connection must be the last to close, or it could not
 * leave the file whole. No transaction is held meanwhile, because in some journal modes it would keep writers out.
 */
const reading = <T>(work: (db: Readable) => T): T =>
  during(openPortfolio(portfolio, { readonly: true, checked: true, shared }), work);

const writing = <T>(work: (db: Writable) => T): T =>
  during(openPortfolio(portfolio, { checked: true, shared }), work);

const during = <Db extends Readable, T>(db: Db, work: (db: Db) => T): T => {
  if (last) passOnAnalyses(last, db);
  last = db;
  try {
    return work(db);
  } finally {
    db.close();
  }
};

const workOut = (db: Readable, { asOf, parts, known }: PartsAsked): void => {
  const version = dataVersion(db);
  const total = parts.length + 1;
  let done = 0;
  const send = (part: string | null, value: unknown, day: Analysis['asOf']): boolean => {
    // an import may have been committed between one query and the next
    if (dataVersion(db) !== version) return false;
    say({ type: 'ready', part, version, day, pieces: sendPieces(pieces as MessagePort, value) });
    return true;
  };
  const phase = (name: string): void => say({ type: 'phase', phase: name, done, total });
  const day = asOf ?? lastSaleDay(db);
  if (day === null) return;
  const analysis = analysisOf(db, day, phase);
  if (known !== version && !send(null, analysis, day)) return;
  if (!analysis) return;
  for (const part of parts) {
    done++;
    phase(part);
    if (!send(part, partNamed(part).read(db, analysis), day)) return;
  }
};

type Run<Db> = (db: Db, ...rest: readonly unknown[]) => unknown;

const answer = (call: UseCaseCall): unknown => {
  if ('write' in call) {
    const write = WRITES[call.write] as Run<Writable>;
    return writing((db) => write(db, ...call.with));
  }
  const read = READS[call.read] as Run<Readable>;
  return reading((db) => {
    // all of its queries must have seen the same data
    for (;;) {
      const version = dataVersion(db);
      const value = read(db, ...call.with);
      if (dataVersion(db) === version) return value;
    }
  });
};

port.on('message', (work: ToAnalyst) => {
  try {
    if (work.type === 'call') say({ type: 'answer', value: answer(work.call) });
    else {
      reading((db) => workOut(db, work.asked));
      say({ type: 'done' });
    }
  } catch (error) {
    say(failureOf(error, portfolio));
  }
});
