import { availableParallelism } from 'node:os';
import { Problem } from '../../shared/model/problem.ts';
import type { LogEntry, Outcome } from '../log/log.ts';
import { faultOf } from './failure.ts';
import { Cancelled } from './run-importer.ts';

/** @param how `done`, or the error it ended with */
export const endOf = (since: number, how: unknown) => {
  const ms = Math.round(performance.now() - since);
  if (how === 'done') return { ms, outcome: 'done' } as const;
  if (how instanceof Cancelled) return { ms, outcome: 'cancelled' } as const;
  const problem = how instanceof Problem;
  const outcome: Outcome = problem ? 'refused' : 'failed';
  return { ms, outcome, code: problem ? how.code : null, fault: faultOf(how) };
};

/** The first line of a run. */
export const startEntry = (version: string): LogEntry => ({
  event: 'start',
  version,
  node: process.versions.node,
  platform: process.platform,
  arch: process.arch,
  cores: availableParallelism(),
});
