import { type Formats, formats } from '../../../shared/format.ts';
import { dayFromNumber, dayNumber } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable, Result } from '../../../shared/model/result.ts';
import type { ContractsView } from '../../../shared/model/retention.ts';
import { plural } from '../../../shared/words.ts';
import { proportion, result } from '../../analytics/estimate.ts';
import {
  contractWindow,
  monthlyOn,
  type Renewals,
  renewalsOf,
} from '../../analytics/retention/contract-book.ts';
import {
  type ContractRetention,
  contractRetention,
  yearlyChurn,
} from '../../analytics/retention/contracts.ts';
import { renewalRate, survival } from '../../analytics/value/shifted-beta-geometric.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { part } from '../analysis/part.ts';

/** Fewer contracts say nothing of contracts (TRUTH 21). */
const FEWEST = 5;
/** Two parameters of a distribution over customers want as many as a model of single customers does. */
const FEWEST_FOR_MODEL = 30;
const Z80 = 1.2815515655446004;

export const NO_CONTRACTS: NotAvailable = {
  grade: 'D',
  reason: 'No product is marked as renewing: all customers are taken for such as buy when they like.',
  needed: 'A product that customers pay again and again by contract, marked under Products.',
};

/** What became of the contracts (MODELS 4, contractual), apart from customers who buy when they like; null without any. */
export const contractsIn = part('contracts', (analysis): ContractsView | null => {
  const { contracts, history, settings, currency } = analysis;
  if (contracts === null) return null;
  const { payments, periods, state } = contracts;
  const say = formats(settings.locale, currency);
  const active = state.filter((each) => each === 'active').length;
  const ended = state.filter((each) => each === 'ended').length;
  const now = monthlyOn(payments, periods, history.asOf);
  const window = contractWindow(payments, history.asOf);
  const start = window ? monthlyOn(payments, periods, window.start) : new Map<number, number>();
  const customers = [...new Set([...start.keys(), ...now.keys()])].sort((a, b) => a - b);
  const kept = contractRetention(customers.map((i) => ({ start: start.get(i) ?? 0, end: now.get(i) ?? 0 })));
  const told = window !== null && kept.activeAtStart >= FEWEST;
  const joinedAndLeft = window
    ? firstDays(payments).filter(({ customer, day }) => day > window.start && !now.has(customer)).length
    : 0;
  const first = dayNumber(analysis.totals.period.from);
  const renewals = renewalsOf(payments, periods, first, history.asOf);
  return {
    finding: finding(say, active, ended, told ? { kept, months: window.months } : null),
    products: [...contracts.products],
    active,
    ended,
    monthly: minor(Math.round([...now.values()].reduce((sum, value) => sum + value, 0))),
    months: told ? window.months : null,
    joined: kept.joined,
    joinedAndLeft,
    figures: told ? figures(analysis, kept, window, moneyKept(customers, start, now, kept)) : [],
    renewals: renewals.map((each) => renewalsRow(each, say)),
    warnings: [
      'A contract has ended where one and a half of its periods passed without a payment; one paid again later had paused.',
      ...(told
        ? []
        : [
            `Churn is told from ${FEWEST} contracts a month ago or earlier on; there ${plural(kept.activeAtStart, 'was', 'were')} ${say.count(kept.activeAtStart)}.`,
          ]),
    ],
  };
});

const firstDays = (payments: readonly { customer: number; day: number }[]) =>
  [...Map.groupBy(payments, ({ customer }) => customer)].map(([customer, own]) => ({
    customer,
    day: Math.min(...own.map(({ day }) => day)),
  }));

const span = (say: Formats, months: number): string =>
  months === 1 ? 'a month ago' : months === 12 ? 'a year ago' : `${say.count(months)} months ago`;

const finding = (
  say: Formats,
  active: number,
  ended: number,
  told: { readonly kept: ContractRetention; readonly months: number } | null,
): string => {
  const have = `${say.counted(active, 'customer has', 'customers have')} a renewing contract`;
  if (told === null) return `${have}; ${say.count(ended)} ended.`;
  const { activeAtStart, lost, churn, nrr, grr } = told.kept;
  return `${have}. Of ${say.count(activeAtStart)} contracts of ${span(say, told.months)}, ${say.count(lost)} ended (${say.shareRounded(churn ?? 0)}); ${say.shareRounded(nrr ?? 0)} of their money is there today with what those that stayed added, ${say.shareRounded(grr ?? 0)} without.`;
};

/** Standard error of Σ end ÷ Σ start over the customers of the start. */
const moneyKept = (
  customers: readonly number[],
  start: ReadonlyMap<number, number>,
  now: ReadonlyMap<number, number>,
  { nrr, grr }: ContractRetention,
) => {
  const there = customers.filter((i) => start.has(i));
  const base = there.reduce((sum, i) => sum + start.get(i)!, 0);
  const n = there.length;
  const se = (ratio: number, end: (i: number) => number): number =>
    n < 2
      ? 0
      : Math.sqrt((n / (n - 1)) * there.reduce((sum, i) => sum + (end(i) - ratio * start.get(i)!) ** 2, 0)) /
        base;
  return {
    nrr: se(nrr ?? 0, (i) => now.get(i) ?? 0),
    grr: se(grr ?? 0, (i) => Math.min(now.get(i) ?? 0, start.get(i)!)),
  };
};

const figures = (
  { asOf }: Analysis,
  { activeAtStart, lost, churn, nrr, grr }: ContractRetention,
  { months, start }: { readonly months: number; readonly start: number },
  se: { readonly nrr: number; readonly grr: number },
): Result[] => {
  const period = { from: dayFromNumber(start), to: asOf };
  const range = (value: number | null, error: number, most = Number.POSITIVE_INFINITY) =>
    value === null || error === 0
      ? {}
      : { lo: Math.max(0, value - Z80 * error), hi: Math.min(most, value + Z80 * error), level: 0.8 };
  const monthly = churn === null ? null : 1 - (1 - churn) ** (1 / months);
  return [
    proportion('contractChurn', lost, activeAtStart, { period }),
    result('contractChurnYear', monthly === null ? null : yearlyChurn(monthly), {
      n: activeAtStart,
      period,
      grade: months === 12 ? 'A' : 'C',
      warnings:
        months === 12
          ? []
          : ['Fewer than 12 months are carried on to a year: a season in ending contracts is not seen.'],
    }),
    result('contractNrr', nrr, { n: activeAtStart, period, ...range(nrr, se.nrr) }),
    result('contractGrr', grr, { n: activeAtStart, period, ...range(grr, se.grr, 1) }),
  ];
};

const PER: Readonly<Record<string, string>> = {
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  'half-year': 'half-yearly',
  year: 'yearly',
};

/** The share that is left after a year, or after as many renewals as were seen where that is sooner. */
const renewalsRow = (
  { period, contracts, cohorts, fit }: Renewals,
  say: Formats,
): ContractsView['renewals'][number] => {
  const name =
    period.name === null
      ? `contracts of ${say.days(Math.round(period.days))}`
      : `${PER[period.name]} contracts`;
  const common = {
    period: period.name,
    days: period.days,
    contracts,
    cohorts: cohorts.map((cohort) => [...cohort]),
  };
  if (fit.kind !== 'fitted' || contracts < FEWEST_FOR_MODEL)
    return {
      ...common,
      model: null,
      sentence:
        contracts < FEWEST_FOR_MODEL
          ? `How many ${name} outlive their renewals is told from ${FEWEST_FOR_MODEL} on whose beginning is in the sales; there ${plural(contracts, 'is', 'are')} ${say.count(contracts)}.`
          : `How many ${name} outlive their renewals cannot be told: ${REASONS[fit.kind]}.`,
    };
  const { a, b } = fit.params;
  const seen = Math.max(...cohorts.map((cohort) => cohort.length - 1));
  const after = Math.max(1, Math.min(seen, Math.round(365.25 / period.days)));
  const left = survival(fit.params, after);
  return {
    ...common,
    model: {
      a,
      b,
      logLikelihood: fit.logLikelihood,
      survival: Array.from({ length: seen + 1 }, (_, t) => survival(fit.params, t)),
      renewalRates: Array.from({ length: seen }, (_, t) => renewalRate(fit.params, t + 1)),
    },
    sentence: `Of new ${name} ${say.shareRounded(left)} outlive ${after === 1 ? 'their first renewal' : `${say.count(after)} renewals`}; ${say.shareRounded(renewalRate(fit.params, 1))} the first, ${say.shareRounded(renewalRate(fit.params, seen))} of those who got that far the ${ordinal(say, seen)}.`,
  };
};

const ordinal = (say: Formats, n: number): string =>
  `${say.count(n)}${n % 10 === 1 && n % 100 !== 11 ? 'st' : n % 10 === 2 && n % 100 !== 12 ? 'nd' : n % 10 === 3 && n % 100 !== 13 ? 'rd' : 'th'}`;

const REASONS = {
  fitted: '',
  'at-boundary': 'they end too evenly to tell contracts apart',
  'too-few': 'fewer than two renewals are over, or no contract has ended',
  'did-not-converge': 'no model fits them',
} as const;

/** What the answer on loyalty says of contracts; null without any. */
export const contractSentence = (analysis: Analysis): string | null => {
  const view = contractsIn(analysis);
  return view && `${view.finding} The other figures here are of customers without a contract.`;
};
