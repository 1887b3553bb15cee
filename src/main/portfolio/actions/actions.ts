import { formats } from '../../../shared/format.ts';
import {
  type Action,
  type ActionGroup,
  type ActionKind,
  ActionKindSchema,
  type ActionList,
} from '../../../shared/model/action.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import { nextBestActions, type RankedAction } from '../../analytics/action/next-best-action.ts';
import { result } from '../../analytics/estimate.ts';
import { growthOf } from '../../analytics/growth/growth.ts';
import type { PurchaseHistory } from '../../analytics/history.ts';
import { type ReturnRisk, returnRisk } from '../../analytics/retention/return-risk.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { atRiskOf, goneIn } from '../analysis/at-risk.ts';
import { modelsOf, speaksOfCustomers } from '../analysis/models/models.ts';
import { dataPart } from '../analysis/part.ts';
import { customerPlacement, linesOf } from '../analysis/placement.ts';
import { actionReason } from '../analysis/reasons.ts';
import { isTillMode, tillOf } from '../analysis/till.ts';
import { type Unhappy, unansweredUnhappy } from '../analysis/unhappy.ts';
import { worthOf } from '../analysis/worth.ts';
import { type Reach, reachOf } from './reach.ts';

export const ACTION_TEXT: Readonly<Record<ActionKind, { readonly title: string; readonly who: string }>> = {
  answer: {
    title: 'Answer their complaint',
    who: 'Unhappy, and still waiting for an answer.',
  },
  keep: {
    title: 'Call before they are gone',
    who: 'High value, and silent for at least twice their usual gap.',
  },
  remind: {
    title: 'Remind of the next order',
    who: 'Late by their own rhythm, or gone quiet at a smaller value.',
  },
  welcome: {
    title: 'Welcome and invite back',
    who: 'New within 90 days, with a high first purchase or back already.',
  },
  'invite-back': {
    title: 'Invite to a second purchase',
    who: 'Bought once, for more than most do at first.',
  },
  'offer-more': {
    title: 'Show what else there is',
    who: 'Clearly growing, and still below the line of high value.',
  },
};

const EFFECT_UNKNOWN =
  'What an action changes is known only from your own trials: effect unknown – try as pilot.';
const NAMED = 3;

/** The ranked actions of an analysis with what they were found from. */
export type RankedActions = {
  readonly actions: readonly RankedAction[];
  readonly risk: ReturnRisk;
  readonly firstSpend: Float64Array;
  readonly reach: Reach;
  readonly unhappy: ReadonlyMap<number, Unhappy>;
};

/** Overview, review, screen and command line read this one list. */
export const rankedActions = dataPart('actions', (db, analysis): RankedActions => {
  const { history, purchases, rhythm } = analysis;
  const models = modelsOf(analysis);
  const reach = reachOf(db, analysis);
  const unhappy = unansweredUnhappy(db, analysis);
  const firstSpend = firstSpends(history);
  const risk = returnRisk(
    history,
    purchases,
    rhythm,
    speaksOfCustomers(models) ? models.scores.pNoPurchase : undefined,
  );
  const { direction } = customerPlacement(analysis);
  const actions = nextBestActions({
    purchases,
    rhythm,
    gone: goneIn(analysis).gone.map((gone, i) => (analysis.contracts?.state[i] === 'ended' ? 1 : gone)),
    worth: worthOf(analysis).year,
    firstSpend,
    risk: risk.probability,
    growthFloor: Float64Array.from(history.customer, (_, i) =>
      direction[i] === 'rising' ? (growthOf(analysis.growth, i).lo ?? Number.NaN) : Number.NaN,
    ),
    valueLine: linesOf(analysis, 'customers').value,
    reachable: reach.reachable,
    unhappy: Uint8Array.from(history.customer, (_, i) => (unhappy.has(i) ? 1 : 0)),
    resting: reach.resting,
  });
  return { actions, risk, firstSpend, reach, unhappy };
});

/** Net of each customer's first purchase day, minor units; NaN without one. */
const firstSpends = ({ customer, start, net }: PurchaseHistory): Float64Array =>
  Float64Array.from(customer, (_, i) => {
    for (let k = start[i]!; k < start[i + 1]!; k++) if (net[k]! > 0) return net[k]!;
    return Number.NaN;
  });

const CHANNELS = ['email', 'phone', 'sms', 'post'] as const;

/** Who has said no to a way is not shown it. @param rank 1 is first */
const actionRow = (analysis: Analysis, all: RankedActions, action: RankedAction, rank: number): Action => {
  const { index: i, kind } = action;
  const { names, purchases, segmentation } = analysis;
  const place = segmentation.planned.segmentOf[i]!;
  const decided = all.reach.decided[i]!;
  return {
    rank,
    customer: purchases.customer[i]!,
    name: names.name[i]!,
    phone: decided.phone === false ? null : names.phone[i]!,
    email: decided.email === false ? null : names.email[i]!,
    segmentName: place < 0 ? null : segmentation.planned.segments[place]!.name,
    kind,
    action: ACTION_TEXT[kind].title,
    reason: actionReason(analysis, action, {
      horizonDays: all.risk.horizonDays[i]!,
      firstSpend: all.firstSpend[i]!,
      unhappy: all.unhappy.get(i),
    }),
    expectedValue: minor(Math.round(action.expected)),
    effectKnown: false,
    contactable: all.reach.contactable[i] === 1,
    channels: CHANNELS.filter((channel) => decided[channel] === true),
  };
};

export type ActionQuery = {
  readonly kind?: ActionKind | undefined;
  readonly offset: number;
  readonly limit: number;
  readonly asOf?: IsoDay | undefined;
};

/** A page of the next best actions (MODELS 10), ranked and explained; in till mode how to begin knowing customers. */
export const listActions = (db: Readable, query: ActionQuery): ActionList => {
  const analysis = analysisOf(db, query.asOf);
  if (!analysis) return nothing(null, 'There are no sales yet; actions come from what customers bought.', []);
  if (isTillMode(analysis))
    return nothing(
      analysis.asOf,
      'Too few sales carry a customer, so there is nobody to name yet.',
      tillOf(db, analysis)?.howToBegin ?? [],
    );
  const all = rankedActions(db, analysis);
  const fitting = all.actions
    .map((action, place) => ({ action, rank: place + 1 }))
    .filter(({ action }) => query.kind === undefined || action.kind === query.kind);
  return {
    asOf: analysis.asOf,
    total: fitting.length,
    contactable: fitting.filter(({ action }) => all.reach.contactable[action.index] === 1).length,
    atStake: result(
      'atStake',
      fitting.reduce((sum, { action }) => sum + action.expected, 0),
      {
        n: fitting.length,
        period: analysis.totals.period,
        grade: 'C',
        warnings: atRiskOf(analysis).warnings,
      },
    ),
    groups: groupsOf(analysis, all),
    rows: fitting
      .slice(query.offset, query.offset + query.limit)
      .map(({ action, rank }) => actionRow(analysis, all, action, rank)),
    notes: all.actions.length > 0 ? notesOf(analysis, all) : [],
    reason:
      all.actions.length > 0 ? null : 'Nobody needs anything this week: no customer is late, new or growing.',
    howToBegin: [],
  };
};

/** Places of the first customers due for an action of these kinds who have not said no to calls, best first. */
export const firstToCall = (
  db: Readable,
  analysis: Analysis,
  kinds: readonly ActionKind[],
  most: number,
): number[] => {
  const { actions, reach } = rankedActions(db, analysis);
  const places: number[] = [];
  for (const { index, kind } of actions) {
    if (places.length === most) break;
    if (kinds.includes(kind) && reach.decided[index]!.phone !== false) places.push(index);
  }
  return places;
};

/** Every kind of action that somebody is due for, the most at stake first. */
export const actionGroups = (db: Readable, analysis: Analysis): ActionGroup[] =>
  isTillMode(analysis) ? [] : groupsOf(analysis, rankedActions(db, analysis));

const groupsOf = ({ purchases, names }: Analysis, { actions }: RankedActions): ActionGroup[] =>
  ActionKindSchema.options
    .map((kind) => {
      const members = actions.filter((action) => action.kind === kind);
      return {
        kind,
        ...ACTION_TEXT[kind],
        count: members.length,
        expectedValue: minor(Math.round(members.reduce((sum, { expected }) => sum + expected, 0))),
        first: members
          .slice(0, NAMED)
          .map(({ index }) => ({ customer: purchases.customer[index]!, name: names.name[index]! })),
      };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.expectedValue - a.expectedValue);

const notesOf = ({ settings, currency }: Analysis, { actions, reach }: RankedActions): string[] => {
  const say = formats(settings.locale, currency);
  const silent = actions.filter(({ index }) => reach.contactable[index] === 0).length;
  const consent = !reach.consentRecorded
    ? 'No consent is recorded, and unknown means no: nobody here may be written to. Whom you call or speak to yourself is your decision.'
    : silent > 0
      ? `${say.count(silent)} of ${say.count(actions.length)} have not agreed to messages. Whom you call or speak to yourself is your decision.`
      : null;
  const contacts = reach.contactsRecorded
    ? null
    : 'Visits, calls and messages are not recorded, so this list cannot leave out whom you contacted within the last 14 days.';
  return [EFFECT_UNKNOWN, consent, contacts].filter((note) => note !== null);
};

const nothing = (asOf: IsoDay | null, reason: string, howToBegin: readonly string[]): ActionList => ({
  asOf,
  total: 0,
  contactable: 0,
  atStake: null,
  groups: [],
  rows: [],
  notes: [],
  reason,
  howToBegin: [...howToBegin],
});
