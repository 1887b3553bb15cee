import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { IMPORT_KINDS } from '../../../../shared/model/import-kind.ts';
import {
  AnyFieldSchema,
  type ImportOptions,
  ImportOptionsSchema,
  type ImportResult,
} from '../../../../shared/model/importing.ts';
import { Problem } from '../../../../shared/model/problem.ts';
import { type Rate, RateSchema, withRates } from '../../../../shared/model/rate.ts';
import { importUnattended } from '../../../import/import-path.ts';
import {
  type Manifest,
  readManifest,
  restoreEverything,
} from '../../../portfolio/exports/everything/restore-everything.ts';
import { backupFolder } from '../backup-folder.ts';
import {
  type Command,
  type Output,
  oneOf,
  required,
  text,
  texts,
  UsageError,
  type Values,
} from '../command.ts';
import { importText } from '../import-text.ts';
import { taxAnswer } from './tax.ts';

/** {"USD": "0.92"}, or by the first day it holds for: {"USD": {"2024-07-01": "0.93"}} */
const MapRates = z
  .record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))
  .transform((rates) =>
    Object.entries(rates).flatMap(([currency, rate]) =>
      typeof rate === 'string'
        ? [{ currency, from: null as string | null, rate }]
        : Object.entries(rate).map(([from, text]) => ({ currency, from: from as string | null, rate: text })),
    ),
  )
  .pipe(z.array(RateSchema));

const Mapping = z.record(z.string(), AnyFieldSchema.nullable());

const Beside = z.object({
  mapping: Mapping.optional(),
  rates: MapRates.optional(),
  dateFormat: z.string().optional(),
  decimal: z.enum(['.', ',']).optional(),
  currency: z.string().optional(),
  locale: z.string().optional(),
});

/** `{"Datum": "order.date"}`, or the same under "mapping" with decisions beside it. */
const MapFile = z.union([
  Beside.required({ mapping: true }),
  Beside.required({ rates: true }),
  Mapping.transform((mapping) => ({ mapping })),
]);

export const importCommand: Command = {
  usage: `clientele import FILE… --portfolio P [--kind ${IMPORT_KINDS.join('|')}] [--map map.json] [--preset auto|none|NAME] [--sheet NAME] [--currency EUR] [--rate USD=0.92] [--rate USD@2024-07-01=0.93] [--prices-include-tax yes|no|unknown] [--tax-rate 19] [--not-a-sale CODE]… [--locale de-DE] [--timezone Europe/Berlin] [--bad-rows leave-out|stop] [--dry-run] [--allow-again] [--json]`,
  positionals: [1, 1000],
  options: {
    portfolio: { type: 'string' },
    map: { type: 'string' },
    preset: { type: 'string' },
    kind: { type: 'string' },
    sheet: { type: 'string' },
    currency: { type: 'string' },
    rate: { type: 'string', multiple: true },
    'prices-include-tax': { type: 'string' },
    'tax-rate': { type: 'string' },
    'not-a-sale': { type: 'string', multiple: true },
    locale: { type: 'string' },
    timezone: { type: 'string' },
    'bad-rows': { type: 'string' },
    'dry-run': { type: 'boolean' },
    'allow-again': { type: 'boolean' },
  },
  run: async (files, values, say) => {
    const portfolio = required(values, 'portfolio');
    const options = optionsOf(values);
    const take = (file: string): Promise<ImportResult> =>
      importUnattended({
        file,
        portfolio,
        options,
        dryRun: values['dry-run'] === true,
        backupFolder: backupFolder(),
      });
    const [only] = files;
    const manifest = only !== undefined && files.length === 1 ? await readManifest(only) : null;
    if (only !== undefined && manifest) return restored(only, manifest, portfolio);
    if (only !== undefined && files.length === 1) {
      const result = await take(only);
      return { json: result, text: importText(result) };
    }
    const results: ImportResult[] = [];
    const ends: (ImportResult | Refused)[] = [];
    for (const file of files) {
      const end = await take(file).catch((error: unknown) => refused(file, error));
      ends.push(end);
      if ('problem' in end) say(end.problem);
      else {
        results.push(end);
        say(importText(end));
      }
    }
    const exitCode = results.length === files.length ? 0 : 1;
    return { json: ends, text: results.map(importText).join('\n\n'), exitCode };
  },
};

/** An export of everything becomes a portfolio of its own. */
const restored = async (file: string, manifest: Manifest, portfolio: string): Promise<Output> => {
  if (existsSync(portfolio))
    throw new Problem(
      `${basename(file)} holds a whole portfolio and ${basename(portfolio)} is there already; choose a new name for it.`,
    );
  const { contentHash, tables } = await restoreEverything(file, manifest, portfolio);
  return {
    json: { batch: null, source: { name: basename(file) }, portfolio, contentHash, tables },
    text: `${portfolio} holds everything of ${basename(file)}.`,
  };
};

/** A file of several of which nothing was imported, with the sentence that says why. */
type Refused = { readonly source: { readonly name: string }; readonly problem: string };

/** Each file is taken whole or not at all, and one that is at fault keeps none of the others out. */
const refused = (file: string, error: unknown): Refused => {
  if (!(error instanceof Problem)) throw error;
  const name = basename(file);
  return {
    source: { name },
    problem: error.message.includes(name) ? error.message : `${name}: ${error.message}`,
  };
};

const optionsOf = (values: Values): ImportOptions => {
  const kind = oneOf(values, 'kind', IMPORT_KINDS);
  const preset = text(values, 'preset');
  const sheet = text(values, 'sheet');
  const locale = text(values, 'locale');
  if (locale && !validLocale(locale))
    throw new UsageError(`--locale ${locale} is no locale; use for example de-DE.`);
  const timezone = text(values, 'timezone');
  if (timezone && !validTimezone(timezone))
    throw new UsageError(`--timezone ${timezone} is no time zone; use for example Europe/Berlin.`);
  const badRows = oneOf(values, 'bad-rows', ['leave-out', 'stop']);
  const map = text(values, 'map');
  const currency = text(values, 'currency')?.toUpperCase();
  const mapped = map === undefined ? null : readMap(map);
  const rates = withRates(
    mapped && 'rates' in mapped ? (mapped.rates ?? []) : [],
    texts(values, 'rate').map(rateOf),
  );
  const notASale = texts(values, 'not-a-sale');
  const parsed = ImportOptionsSchema.safeParse({
    ...mapped,
    ...(rates.length > 0 ? { rates } : {}),
    ...taxAnswer(values),
    ...(notASale.length > 0 ? { notASale } : {}),
    ...(kind ? { kind } : {}),
    ...(preset ? { preset } : {}),
    ...(sheet ? { sheet } : {}),
    ...(locale ? { locale } : {}),
    ...(timezone ? { timezone } : {}),
    ...(badRows ? { badRows } : {}),
    ...(currency ? { currency } : {}),
    ...(values['allow-again'] === true ? { allowAgain: true } : {}),
  });
  if (!parsed.success) throw new UsageError(`--currency must be a three-letter code such as EUR.`);
  return parsed.data;
};

/** "USD=0.92", or "USD@2024-07-01=0.93" for the days from then on. */
const rateOf = (text: string): Rate => {
  const [, currency = '', from, rate = ''] = /^([A-Za-z]{3})(?:@([^=]+))?=(.+)$/.exec(text) ?? [];
  const parsed = RateSchema.safeParse({ currency: currency.toUpperCase(), from: from ?? null, rate });
  if (!parsed.success)
    throw new UsageError(
      `--rate ${text} is no rate; write USD=0.92, or USD@2024-07-01=0.93 for the days from then on.`,
    );
  return parsed.data;
};

const readMap = (path: string): z.infer<typeof MapFile> => {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : 'it is missing or may not be read';
    throw new Problem(`The mapping file ${path} cannot be used: ${why}.`);
  }
  const parsed = MapFile.safeParse(json);
  if (!parsed.success)
    throw new Problem(
      `The mapping file ${path} must be an object of column headers and fields, such as {"Datum": "order.date"}; the fields are ${AnyFieldSchema.options.join(', ')}.`,
    );
  return parsed.data;
};

const validLocale = (locale: string): boolean => {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
};

const validTimezone = (timezone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
