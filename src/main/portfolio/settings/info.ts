import { basename, dirname } from 'node:path';
import type { IsoDay } from '../../../shared/model/day.ts';
import type { Minor } from '../../../shared/model/money.ts';
import {
  type PortfolioInfo,
  type Settings,
  SettingsSchema,
  type Step,
} from '../../../shared/model/portfolio.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { synchronisedFolder } from '../../database/open.ts';
import { q } from '../../database/query.ts';
import {
  bumpDataVersion,
  dataVersion,
  readSetting,
  readSettings,
  writeSetting,
} from '../../database/settings.ts';
import { followTax, taxSentence, taxState } from '../analysis/tax.ts';
import { TILL_MODE_BELOW } from '../analysis/totals.ts';
import { undoable } from '../changes/undoable.ts';

/** What the frame shows of the open portfolio. */
export const portfolioInfo = (db: Readable): PortfolioInfo => {
  const { customers } = db.get(q.selectFrom('customer').select(q.fn.countAll<number>().as('customers')))!;
  const counts = db.get(
    q
      .selectFrom('sales_order')
      .select(({ fn }) => [
        fn.countAll<number>().as('orders'),
        fn.sum<number | null>('revenue_lines').as('lines'),
        fn.min<IsoDay | null>('ordered_on').as('first'),
        fn.max<IsoDay | null>('ordered_on').as('last'),
        fn.sum<Minor | null>('revenue_minor').as('revenue'),
        fn.sum<Minor | null>('revenue_minor').filterWhere('identity_id', 'is not', null).as('identified'),
      ])
      .where('revenue_lines', '>', 0),
  )!;
  const settings = readSettings(db);
  const revenue = counts.revenue ?? 0;
  const coverage = revenue > 0 ? Math.max(0, (counts.identified ?? 0) / revenue) : null;
  const service = synchronisedFolder(db.path);
  return {
    file: basename(db.path),
    folder: dirname(db.path),
    settings,
    tax: counts.orders > 0 ? taxSentence(taxState(db, settings), settings) : null,
    period: counts.first && counts.last ? { from: counts.first, to: counts.last } : null,
    customers,
    orders: counts.orders,
    orderLines: counts.lines ?? 0,
    coverage,
    tillMode: coverage !== null && coverage < TILL_MODE_BELOW,
    stepsDone: stepsDone(db, counts.orders > 0),
    dataVersion: dataVersion(db),
    warnings: service
      ? [
          `This portfolio lies in a folder that ${service} keeps in step. Do not open it on two machines at once.`,
        ]
      : [],
  };
};

const stepsDone = (db: Readable, hasOrders: boolean): Step[] => {
  const seen = readSetting<Step[]>(db, 'stepsSeen', []);
  const done: Step[] = hasOrders ? ['import'] : [];
  if (hasOrders && seen.includes('check')) done.push('check');
  if (db.get(q.selectFrom('segment_version').select('id').where('active', '=', 1))) done.push('segments');
  if (hasOrders && seen.includes('matrix')) done.push('matrix');
  if (db.get(q.selectFrom('review').select('id'))) done.push('review');
  return done;
};

export const markStep = (db: Writable, step: 'check' | 'matrix'): void => {
  const seen = readSetting<Step[]>(db, 'stepsSeen', []);
  if (!seen.includes(step)) writeSetting(db, 'stepsSeen', [...seen, step]);
};

/** @throws Problem for what the first import has fixed, and for a locale or time zone this machine does not know */
export const updateSettings = (
  db: Writable,
  wished: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): void => {
  const before = readSettings(db);
  const changes = Object.fromEntries(
    Object.entries(wished).filter(
      ([name, value]) =>
        value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name as keyof Settings]),
    ),
  ) as Partial<Settings>;
  if (Object.keys(changes).length === 0) return;
  const fixed =
    db.get(q.selectFrom('batch').select('id').where('undone_at', 'is', null).limit(1)) !== undefined;
  if (fixed && before.currency !== null && changes.currency !== undefined)
    throw new Problem(
      `The currency is fixed by the first import (${before.currency}); start another portfolio for another currency.`,
    );
  if (fixed && changes.timezone !== undefined)
    throw new Problem(
      `The time zone is fixed by the first import (${before.timezone}), because it decides on which day a sale counts.`,
    );
  checkNames(changes);
  db.transaction(() => {
    for (const [name, value] of Object.entries(changes)) writeSetting(db, name, value);
    if (isOfTax(changes)) followTax(db);
    settingsChange.log(db, settingsSentence(Object.keys(changes)), {
      before: Object.fromEntries(Object.keys(changes).map((name) => [name, before[name as keyof Settings]])),
      after: changes,
    });
    bumpDataVersion(db);
  });
};

const SETTING_NAMES: Readonly<Record<keyof Settings, string>> = {
  businessName: 'name of the business',
  currency: 'currency',
  locale: 'language and number format',
  timezone: 'time zone',
  pricesIncludeTax: 'tax in prices',
  taxRate: 'tax rate',
  rates: 'rates of other currencies',
  assumedMargin: 'assumed margin',
};

/** "Settings: tax in prices" */
const settingsSentence = (names: readonly string[]): string =>
  `Settings: ${names.map((name) => SETTING_NAMES[name as keyof Settings]).join(', ')}`;

type KeptSettings = { readonly [K in keyof Settings]?: Settings[K] | undefined };

const isOfTax = (changes: KeptSettings): boolean => 'pricesIncludeTax' in changes || 'taxRate' in changes;

export const restoreSettings = (db: Writable, values: KeptSettings): void => {
  db.transaction(() => {
    for (const [name, value] of Object.entries(values)) writeSetting(db, name, value);
    if (isOfTax(values)) followTax(db);
    bumpDataVersion(db);
  });
};

/** Settings changed; the log keeps those that did. */
export const settingsChange = undoable({
  kind: 'settings',
  version: 1,
  schema: SettingsSchema.partial(),
  apply: restoreSettings,
});

/** @throws Problem for a locale or a time zone this machine does not know */
export const checkNames = ({ locale, timezone }: Partial<Settings>): void => {
  try {
    if (locale !== undefined) Intl.getCanonicalLocales(locale);
  } catch {
    throw new Problem(`"${locale}" is no locale; use for example de-DE or en-GB.`);
  }
  try {
    if (timezone !== undefined) new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new Problem(`"${timezone}" is no time zone; use for example Europe/Berlin.`);
  }
};
