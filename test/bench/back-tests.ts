import type { PurchaseHistory } from '../../src/main/analytics/history.ts';
import type { BackTestOrigin } from '../../src/main/analytics/value/back-test.ts';
import { customerModels } from '../../src/main/analytics/value/customer-models.ts';
import { dayFromNumber } from '../../src/shared/model/day.ts';
import {
  cdnowIsPresent,
  onlineRetailIsPresent,
  readCdnow,
  readOnlineRetail,
} from '../analytics/reference-data.ts';

/** How far the model was off on one set of data, from several earlier days. Sums over customers, never one of them. */
export type KeptBackTest = {
  readonly data: string;
  readonly note: string;
  readonly asOf: string;
  readonly model: string;
  readonly grade: string;
  readonly origins: readonly KeptOrigin[];
};

type KeptOrigin = Pick<
  BackTestOrigin,
  'asOf' | 'n' | 'expected' | 'lo' | 'hi' | 'actual' | 'naive' | 'coverage'
> & {
  readonly weeks: number;
  readonly classes: readonly KeptClass[];
};

type KeptClass = BackTestOrigin['classes'][number];

type MeasuredSet = {
  readonly data: string;
  readonly note: string;
  readonly present: boolean;
  readonly read: () => PurchaseHistory;
};

const SETS: readonly MeasuredSet[] = [
  {
    data: 'CDNOW sample (Fader & Hardie)',
    note: 'A cohort: all customers began within the first three months.',
    present: cdnowIsPresent,
    read: readCdnow,
  },
  {
    data: 'Online Retail (UCI)',
    note: 'It sells gifts: the last look ahead leads into its autumn, which the model cannot know from one year of sales.',
    present: onlineRetailIsPresent,
    read: readOnlineRetail,
  },
];

const whole = Math.round;
const thousandth = (share: number): number => Math.round(share * 1000) / 1000;

/** The back-test the app itself runs, on the sets that lie beside the project; in the order of the documents. */
export const backTests = (): KeptBackTest[] =>
  SETS.filter(({ present }) => present).map(({ data, note, read }) => {
    const history = read();
    const { backtest, grade } = customerModels(history);
    if (!backtest) throw new Error(`${data} allows no back-test`);
    return {
      data,
      note,
      asOf: dayFromNumber(history.asOf),
      model: `${backtest.variant.toUpperCase()}/NBD`,
      grade,
      origins: backtest.origins.map((origin) => ({
        asOf: origin.asOf,
        weeks: whole(origin.weeks),
        n: origin.n,
        ...rounded(origin),
        naive: whole(origin.naive),
        classes: origin.classes.map((each) => ({ x: each.x, n: each.n, ...rounded(each) })),
      })),
    };
  });

const rounded = ({ expected, lo, hi, actual, coverage }: Omit<KeptClass, 'x' | 'n'>) => ({
  expected: whole(expected),
  lo: whole(lo),
  hi: whole(hi),
  actual,
  coverage: thousandth(coverage),
});
