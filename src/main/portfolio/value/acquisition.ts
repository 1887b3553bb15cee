import { dayFromNumber, dayNumber, dayNumberOf } from '../../../shared/model/day.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { sum } from '../../../shared/sum.ts';
import { segmentAtStart } from '../../analytics/segmentation/beginnings.ts';
import { type Acquisition, acquisition, marginPath } from '../../analytics/value/acquisition.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { nameKey } from '../../import/values/name-key.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { modelsOf, speaksOfCustomers } from '../analysis/models/models.ts';
import { traitOf } from '../analysis/traits.ts';

/** What winning customers cost and brought, of one source, segment or calendar quarter; money in minor units. */
export type AcquisitionGroup = Acquisition & { readonly name: string };

export type AcquisitionAnalysis = {
  readonly from: string;
  readonly to: string;
  readonly all: AcquisitionGroup;
  readonly bySource: readonly AcquisitionGroup[];
  /** by the segment the money was meant for; empty where none was named */
  readonly bySegment: readonly AcquisitionGroup[];
  readonly byQuarter: readonly AcquisitionGroup[];
  /** whether values hold what is expected ahead, or only what was left so far, or nothing */
  readonly value: 'with-forecast' | 'so-far' | 'unknown';
  readonly warnings: readonly string[];
};

type Spend = {
  readonly first: number;
  readonly last: number;
  readonly channel: string;
  readonly segment: string | null;
  readonly amount: number;
};

/** CAC, value against it and payback, as of the day of the analysis (MODELS 3). */
export const acquisitionIn = (db: Readable, analysis: Analysis): AcquisitionAnalysis | NotAvailable => {
  const { history, purchases } = analysis;
  const spending = spendUpTo(db, history.asOf);
  if (spending.length === 0)
    return {
      grade: 'D',
      reason: 'It is not known what was spent to win customers.',
      needed: 'What was spent to win customers, by month and source.',
    };
  const from = Math.min(...spending.map(({ first }) => first));
  const to = Math.max(...spending.map(({ last }) => last));
  const won = newDuring(analysis, spending);
  const worth = worthOfNew(analysis);
  const of = (name: string, spend: number, members: readonly number[]): AcquisitionGroup => {
    const values = worth ? members.map((i) => worth.value[i]!) : [];
    const path = worth ? marginPath(history, members, worth.share) : [];
    const { cac, ...rest } = acquisition(spend, worth ? values : members.map(() => 0), path);
    return { name, cac, ...rest, ...(worth ? {} : { value: null, ratio: null, paybackMonth: null }) };
  };
  const source = traitOf(db, analysis, 'acquired_by');
  const { segments } = analysis.segmentation.planned;
  const began = segmentAtStart(analysis.segmentation.planned, history, purchases);
  const sumWhere = (test: (spend: Spend) => boolean): number =>
    spending.filter(test).reduce((sum, { amount }) => sum + amount, 0);
  const channels = named([...spending.map(({ channel }) => channel), ...won.flatMap((i) => source[i] ?? [])]);
  const meant = named(spending.flatMap(({ segment }) => segment ?? []));
  const unknown = won.filter((i) => source[i] === null);
  return {
    from: dayFromNumber(from),
    to: dayFromNumber(to),
    all: of(
      'All sources',
      sumWhere(() => true),
      won,
    ),
    bySource: [
      ...channels.map(([key, name]) =>
        of(
          name,
          sumWhere(({ channel }) => nameKey(channel) === key),
          newDuring(
            analysis,
            spending.filter(({ channel }) => nameKey(channel) === key),
          ).filter((i) => nameKey(source[i] ?? '') === key),
        ),
      ),
      // what was spent on them is in the other sources
      ...(unknown.length > 0 ? [{ ...of('Source not known', 0, unknown), cac: null }] : []),
    ],
    bySegment: meant.map(([key, name]) =>
      of(
        name,
        sumWhere(({ segment }) => nameKey(segment ?? '') === key),
        newDuring(
          analysis,
          spending.filter(({ segment }) => nameKey(segment ?? '') === key),
        ).filter((i) => {
          const place = began?.[i] ?? -1;
          return place >= 0 && nameKey(segments[place]!.name) === key;
        }),
      ),
    ),
    byQuarter: quarters(from, to).map(({ name, first, last }) =>
      of(
        name,
        spending.reduce((sum, spend) => sum + within(spend, first, last), 0),
        won.filter((i) => purchases.firstDay[i]! >= first && purchases.firstDay[i]! <= last),
      ),
    ),
    value: worth?.kind ?? 'unknown',
    warnings: [
      ...meant
        .filter(
          ([key]) => !segments.some(({ name }, place) => nameKey(name) === key && began?.includes(place)),
        )
        .map(
          ([, name]) =>
            `Nobody begins as “${name}”: what was spent on that segment cannot be set against those who came to it later.`,
        ),
      ...(unknown.length > 0
        ? [
            `It is not known how ${unknown.length} of ${won.length} new customers were won; a list of customers can say it.`,
          ]
        : []),
      ...(worth
        ? []
        : ['What a new customer leaves needs unit costs, or one assumed margin in the settings.']),
      ...(worth?.kind === 'so-far'
        ? [
            'Too few customers have come back to say what new ones will still bring: values are what they left so far.',
          ]
        : []),
    ],
  };
};

/** Spending seen by a day; of a period that reaches beyond it the part up to it. */
const spendUpTo = (db: Readable, asOf: number): Spend[] =>
  db
    .all(
      q
        .selectFrom('acquisition_spend_now')
        .select(['first_day as first', 'last_day as last', 'channel', 'segment', 'amount_minor as amount'])
        .where('first_day', '<=', dayFromNumber(asOf))
        .orderBy('key'),
    )
    .map(({ first, last, amount, ...rest }) => {
      const whole = { first: dayNumber(first), last: dayNumber(last), amount, ...rest };
      const end = Math.min(whole.last, asOf);
      return { ...whole, last: end, amount: within(whole, whole.first, end) };
    });

/** The part of a spending that falls on days from `first` to `last`, spread evenly over its period. */
const within = (spend: Pick<Spend, 'first' | 'last' | 'amount'>, first: number, last: number): number => {
  const days = Math.min(spend.last, last) - Math.max(spend.first, first) + 1;
  return days > 0 ? (spend.amount * days) / (spend.last - spend.first + 1) : 0;
};

/** Places of the customers whose first purchase lies in a time that money was spent in: spend and customers of the same months. */
const newDuring = ({ purchases }: Analysis, spending: readonly Spend[]): number[] =>
  Array.from(purchases.customer, (_, i) => i).filter(
    (i) =>
      purchases.purchaseDays[i]! > 0 &&
      spending.some(({ first, last }) => purchases.knownFrom[i]! >= first && purchases.firstDay[i]! <= last),
  );

type Worth = {
  readonly kind: 'with-forecast' | 'so-far';
  /** contribution so far and the discounted rest, by place, minor units */
  readonly value: Float64Array;
  /** contribution ÷ revenue, by place */
  readonly share: Float64Array;
};

const worthOfNew = (analysis: Analysis): Worth | null => {
  const { costs } = analysis;
  if (!costs) return null;
  const { revenue, contribution } = costs.whole;
  const shop = sum(revenue) > 0 ? sum(contribution) / sum(revenue) : 0;
  const share = revenue.map((each, i) => (each > 0 ? contribution[i]! / each : shop));
  const models = modelsOf(analysis);
  const ahead = speaksOfCustomers(models);
  return {
    kind: ahead ? 'with-forecast' : 'so-far',
    // while one margin is assumed for all the value ahead is revenue
    value: contribution.map(
      (each, i) =>
        each + (ahead ? (models.scores.clv[i]! || 0) * (costs.whole.costsDiffer ? 1 : share[i]!) : 0),
    ),
    share,
  };
};

/** Names by key, each as it was written first, in the order of the keys. */
const named = (names: readonly string[]): [string, string][] => {
  const known = new Map<string, string>();
  for (const name of names) if (!known.has(nameKey(name))) known.set(nameKey(name), name);
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** The calendar quarters that two days and all between them lie in. */
const quarters = (from: number, to: number): { name: string; first: number; last: number }[] => {
  const list: { name: string; first: number; last: number }[] = [];
  let [year, quarter] = [
    Number(dayFromNumber(from).slice(0, 4)),
    Math.ceil(Number(dayFromNumber(from).slice(5, 7)) / 3),
  ];
  for (;;) {
    const first = dayNumberOf(year, 3 * quarter - 2, 1)!;
    if (first > to) return list;
    const name = `${year} Q${quarter}`;
    [year, quarter] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
    list.push({ name, first, last: dayNumberOf(year, 3 * quarter - 2, 1)! - 1 });
  }
};
