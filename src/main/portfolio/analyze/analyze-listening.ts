import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { inboxIn } from '../listening/inbox.ts';
import { listeningIn } from '../listening/listening.ts';
import { withMoney } from './analyze-money.ts';

const FIRST = 10;

/** The area `listening`: what customers say, with what has waited for an answer too long, the weightiest first. */
export const listening = (db: Readable, analysis: Analysis) => {
  const found = listeningIn(db, analysis);
  if (!('bySegment' in found)) return found;
  const { counts, stakeIs, items } = inboxIn(db, analysis);
  return {
    ...found,
    inbox: {
      counts,
      stakeIs,
      overdue: items
        .filter(({ overdue }) => overdue)
        .slice(0, FIRST)
        .map((item) => withMoney(analysis, item, 'atStake')),
    },
  };
};
