import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { IMPORT_KINDS } from '../../../../shared/model/import-kind.ts';
import {
  AnyFieldSchema,
  type ImportOptions,
  ImportOptionsSchema,
  type ImportResult,
} from '../../../../shared/model/importing.ts';
import { Problem } from '../../../database/problem.ts';
import { importUnattended } from '../../../import/import-path.ts';
import { backupFolder } from '../backup-folder.ts';
import { type Command, oneOf, required, text, UsageError, type Values } from '../command.ts';
import { importText } from '../import-text.ts';

/** `{"Datum": "order.date"}`, or the same under "mapping" with decisions beside it. */
const MapFile = z.union([
  z.object({
    mapping: z.record(z.string(), AnyFieldSchema.nullable()),
    dateFormat: z.string().optional(),
    decimal: z.enum(['.', ',']).optional(),
    currency: z.string().optional(),
    locale: z.string().optional(),
  }),
  z.record(z.string(), AnyFieldSchema.nullable()).transform((mapping) => ({ mapping })),
]);

export const importCommand: Command = {
  name: 'import',
  usage:
    'clientele import FILE… --portfolio P [--kind orders|customers|products|costs|interactions|acquisition|campaigns|feedback|quotes|consent] [--map map.json] [--preset auto|none|NAME] [--sheet NAME] [--currency EUR] [--locale de-DE] [--timezone Europe/Berlin] [--bad-rows leave-out|stop] [--dry-run] [--allow-again] [--json]',
  summary: 'Takes exports into a portfolio, all or nothing; makes the portfolio if there is none.',
  positionals: [1, 1000],
  options: {
    portfolio: { type: 'string' },
    map: { type: 'string' },
    preset: { type: 'string' },
    kind: { type: 'string' },
    sheet: { type: 'string' },
    currency: { type: 'string' },
    locale: { type: 'string' },
    timezone: { type: 'string' },
    'bad-rows': { type: 'string' },
    'dry-run': { type: 'boolean' },
    'allow-again': { type: 'boolean' },
  },
  run: async (files, values, say) => {
    const portfolio = required(values, 'portfolio');
    const options = optionsOf(values);
    const results: ImportResult[] = [];
    for (const file of files) {
      const result = await importUnattended({
        file,
        portfolio,
        options,
        dryRun: values['dry-run'] === true,
        backupFolder: backupFolder(),
      });
      results.push(result);
      if (files.length > 1) say(importText(result));
    }
    return { json: results.length === 1 ? results[0] : results, text: results.map(importText).join('\n\n') };
  },
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
  const parsed = ImportOptionsSchema.safeParse({
    ...(map ? readMap(map) : {}),
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
