// The file the analyst's thread is started with: it works out what the engine asks for until it is ended.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Connection } from '../database/connection.ts';
import { openPortfolio } from '../database/open.ts';
import { dataVersion } from '../database/settings.ts';
import { type Analysis, analysisOf, passOnAnalyses } from '../portfolio/analysis/analysis.ts';
import { lastSaleDay } from '../portfolio/analysis/history.ts';
import { partNamed } from '../portfolio/parts.ts';
import type { AnalystStart, FromAnalyst, PartsAsked, ToAnalyst } from './analyst-messages.ts';
import { type Question, READS, WRITES } from './answers.ts';
import { failureOf } from './failure.ts';
import { sendPieces } from './pieces.ts';

const { portfolio, pieces } = workerData as AnalystStart;
const port = parentPort!;
const say = (message: FromAnalyst): void => port.postMessage(message);

/** The connection of the last work, closed; what was worked out then is still known by it. */
let last: Connection | null = null;

/**
 * Opens the portfolio for one piece of work only: the engine's connection must be the last to close, or it could not
 * leave the file whole. No transaction is held meanwhile, because in some journal modes it would keep writers out.
 */
const withPortfolio = <T>(work: (db: Connection) => T, readonly = true): T => {
  const db = openPortfolio(portfolio, { readonly, checked: true });
  if (last) passOnAnalyses(last, db);
  last = db;
  try {
    return work(db);
  } finally {
    db.close();
  }
};

const workOut = (db: Connection, { asOf, parts, known }: PartsAsked): void => {
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

type Run = (db: Connection, ...rest: readonly unknown[]) => unknown;

const answer = (question: Question): unknown => {
  if ('write' in question) {
    const write = WRITES[question.write] as Run;
    return withPortfolio((db) => write(db, ...question.with), false);
  }
  const read = READS[question.read] as Run;
  return withPortfolio((db) => {
    // all of its queries must have seen the same data
    for (;;) {
      const version = dataVersion(db);
      const value = read(db, ...question.with);
      if (dataVersion(db) === version) return value;
    }
  });
};

port.on('message', (work: ToAnalyst) => {
  try {
    if (work.type === 'question') say({ type: 'answer', value: answer(work.question) });
    else {
      withPortfolio((db) => workOut(db, work.asked));
      say({ type: 'done' });
    }
  } catch (error) {
    say(failureOf(error, portfolio));
  }
});
