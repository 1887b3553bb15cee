import { type Formats, formats } from '../../../shared/format.ts';
import { addDays, dayFromNumber, type IsoDay } from '../../../shared/model/day.ts';
import { minor, minorDigits } from '../../../shared/model/money.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { BackTestView } from '../../../shared/model/retention.ts';
import { type PurchaseHistory, withClock } from '../../analytics/history.ts';
import { type Compared, type LookBack, lookBack } from '../../analytics/value/look-ahead.ts';
import type { XClass } from '../../analytics/value/x-class.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { calendarOf } from '../analysis/calendar.ts';
import { contractsOf, withoutContracts } from '../analysis/contracts.ts';
import { purchaseHistory } from '../analysis/history.ts';
import { dataPart, partsBy } from '../analysis/part.ts';

/** How long ago is asked, in days. */
export const BACK_TEST_DAYS = { quarter: 90, year: 365 } as const;
type Ago = keyof typeof BACK_TEST_DAYS;

/** One variant, chosen by no later sales: the one that does not call one-time buyers certain. */
const VARIANT = 'mbg';
/** A class whose forecast misses by more than a quarter, and by more than chance, is one the model fails for. */
const MISSED = 0.25;
const CHANCE = 2;

const compute = (db: Readable, analysis: Analysis, days: number): LookBack | null => {
  const { history, currency } = analysis;
  const origin = dayFromNumber(history.asOf - days);
  return lookBack(historyThen(db, origin), history, VARIANT, 10 ** minorDigits(currency));
};

/** Purchases, closures, exceptional days and contracts as they could be known on a day; later returns are not taken off yet. */
export const historyThen = (db: Readable, day: IsoDay): PurchaseHistory => {
  const calendar = calendarOf(db, day);
  const history = {
    ...withClock(purchaseHistory(db, day), calendar.closedSpans),
    exceptional: calendar.exceptionalDays,
  };
  const placeOf = new Map(Array.from(history.customer, (id, i) => [id, i]));
  return withoutContracts(history, contractsOf(db, day, placeOf));
};

/** What would have been told a quarter or a year ago, with closures and exceptional days as they could be seen then. */
export const lookBackIn = partsBy(Object.keys(BACK_TEST_DAYS) as Ago[], (ago) =>
  dataPart(`lookBack.${ago}`, (db, analysis) => compute(db, analysis, BACK_TEST_DAYS[ago])),
);

/** Classes of customers of whom less or more came than was told, by more than chance. */
export const failingClasses = ({ classes }: LookBack): LookBack['classes'] =>
  classes.filter(
    ({ forecast, actual }) =>
      Math.abs(actual - forecast) > MISSED * Math.max(actual, forecast) &&
      Math.abs(actual - forecast) > CHANCE * Math.sqrt(Math.max(1, forecast)),
  );

export const className = (x: XClass): string => (x === '0' ? 'one-time' : `${x} repeat purchases`);

export const BACK_TEST_WANTED: NotAvailable = {
  grade: 'D',
  reason: 'The sales are too short to forecast a quarter from what was known before it.',
  needed: `At least ${Math.ceil(2.5 * BACK_TEST_DAYS.quarter)} days of sales with customers.`,
};

/** "If you had asked us a year ago": the forecast of then against what came, money and purchases, and where it fails. */
export const backTestOf = (db: Readable, analysis: Analysis): BackTestView | NotAvailable => {
  const say = formats(analysis.settings.locale, analysis.currency);
  const asked = (['year', 'quarter'] as const).flatMap((ago) => {
    const found = lookBackIn[ago](db, analysis);
    return found ? [viewOf(found, ago, analysis, say)] : [];
  });
  const [longest] = asked;
  return longest ? { finding: longest.sentence, asked } : BACK_TEST_WANTED;
};

const AGO: Readonly<Record<Ago, string>> = { year: 'a year ago', quarter: 'three months ago' };

const viewOf = (
  found: LookBack,
  ago: Ago,
  { asOf }: Analysis,
  say: Formats,
): BackTestView['asked'][number] => {
  const row = ({ forecast, actual, inside }: Compared, write: (value: number) => number) => ({
    forecast: write(forecast.value),
    lo: forecast.lo === null ? null : write(forecast.lo),
    hi: forecast.hi === null ? null : write(forecast.hi),
    actual: write(actual),
    inside,
  });
  return {
    ago: AGO[ago],
    origin: found.origin,
    window: { from: addDays(found.origin, 1), to: asOf },
    customers: found.customers,
    level: found.money.forecast.level,
    money: row(found.money, (value) => minor(Math.round(value))),
    purchases: row(found.purchases, Math.round),
    sentence: sentenceOf(found, ago, say),
    fails: failingClasses(found).map(
      ({ x, forecast, actual }) =>
        `${whoOf(x)} were expected to buy ${say.counted(Math.round(forecast), 'time')} and bought ${say.counted(actual, 'time')}.`,
    ),
  };
};

const TIMES: Readonly<Record<Exclude<XClass, '0'>, string>> = {
  '1': 'once',
  '2': 'twice',
  '3–4': '3 or 4 times',
  '5–9': '5 to 9 times',
  '10+': '10 times or more',
};

const whoOf = (x: XClass): string =>
  x === '0' ? 'Those who had bought once' : `Those who had come back ${TIMES[x]}`;

/** "Asked a year ago, we would have told € 270k to € 310k of the customers known then; € 281k came." */
const sentenceOf = ({ money }: LookBack, ago: Ago, say: Formats): string => {
  const write = (amount: number): string => say.moneyRounded(Math.round(amount));
  const { value, lo, hi } = money.forecast;
  const told = lo === null || hi === null ? `about ${write(value)}` : `${write(lo)} to ${write(hi)}`;
  const verdict = money.inside === null ? '' : money.inside ? ', within that range' : ', outside that range';
  return `Asked ${AGO[ago]}, we would have told ${told} from the customers known then; ${write(money.actual)} came${verdict}.`;
};
