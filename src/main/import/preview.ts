import { formats } from '../../shared/format.ts';
import { declarationOf, type ImportKind, KIND_WORDS } from '../../shared/model/import-kind.ts';
import type { AnyField, ImportOptions, ImportPreview, ImportResult } from '../../shared/model/importing.ts';
import { FIELDS } from '../../shared/model/sale-field.ts';
import type { Connection } from '../database/connection.ts';
import { readSettings } from '../database/settings.ts';
import { type OpenedSource, openAsLastTime, planSource } from './import-path.ts';
import type { ImportProgress } from './load/import-file.ts';
import { importSentence } from './load/import-sentence.ts';
import { importTable } from './load/import-table.ts';
import type { Planned } from './planning/planned.ts';
import { presetNamed } from './presets/index.ts';
import { presetSentence } from './presets/preset.ts';
import { recordPresetNamed } from './presets/record-presets.ts';

export type PreviewRun = {
  readonly path: string;
  readonly name: string;
  readonly options: ImportOptions;
  readonly progress?: ImportProgress;
  readonly signal?: AbortSignal;
};

/** Reads a whole file and says what an import would do. Changes nothing. */
export const previewImport = async (
  db: Connection,
  run: PreviewRun,
): Promise<Omit<ImportPreview, 'preview'>> => {
  const opened = await openAsLastTime(db, run.path, run.options, {
    name: run.name,
    signal: run.signal,
    counted: true,
  });
  try {
    return await previewSource(db, run, opened);
  } finally {
    opened.source.close();
  }
};

const previewSource = async (
  db: Connection,
  run: PreviewRun,
  opened: OpenedSource,
): Promise<Omit<ImportPreview, 'preview'>> => {
  const planned = planSource(db, opened, run.options);
  const { plan } = planned;
  const result = plan
    ? await importTable(db, {
        planned: { ...planned, plan },
        options: { ...run.options, badRows: 'leave-out' },
        dryRun: true,
        ...(run.progress ? { progress: run.progress } : {}),
        ...(run.signal ? { signal: run.signal } : {}),
      })
    : null;
  const settings = readSettings(db);
  const locale = run.options.locale ?? settings.locale;
  return {
    recognised: recognised(planned, result, locale),
    source: planned.source,
    columns: [...planned.columns],
    fields: fieldsOf(planned.source.kind),
    questions: [...planned.questions],
    result,
    missing: [...planned.missing],
    sentence: result ? importSentence(result, 'adds', locale) : openSentence(planned),
    taxNote:
      planned.source.kind === 'orders' && settings.pricesIncludeTax === 'unknown' && !planned.taxTold
        ? 'The file does not say whether its prices include tax.'
        : null,
    sheets: choicesOf(opened.source),
    product: planned.product ? { id: planned.product.id, sentence: presetSentence(planned.product) } : null,
    remembered: planned.asLastTime ? rememberedSentence(planned.asLastTime.importedAt, locale) : null,
  };
};

/** What to choose from; sheets that are read as one table are a choice of their own. */
const choicesOf = ({ sheet, sheets, rows }: OpenedSource['source']): ImportPreview['sheets'] => [
  ...(sheet !== null && sheets.length > 1 && !sheets.includes(sheet) ? [{ name: sheet, rows: null }] : []),
  ...sheets.map((name, index) => ({ name, rows: rows[index] ?? null })),
];

const rememberedSentence = (importedAt: number, locale: string): string =>
  `Read as last time (import of ${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(importedAt)}).`;

const recognised = (planned: Planned, result: ImportResult | null, locale: string): string => {
  const matched = Object.keys(planned.mapping).length;
  const { kind } = planned.source;
  const what = kind === 'orders' ? 'sales' : KIND_WORDS[kind].many;
  if (!result)
    return `This looks like a table of ${what}: ${matched} of its ${planned.columns.length} columns are understood.`;
  const say = formats(locale, result.revenue.currency);
  const period = result.period ? `, ${say.period(result.period)}` : '';
  const preset =
    planned.source.preset === null
      ? null
      : (presetNamed(planned.source.preset) ?? recordPresetNamed(planned.source.preset));
  if (preset)
    return `This is ${preset.title}: ${say.count(result.rows.read)} rows${period}.${preset.leavesOut ? ` ${preset.leavesOut}` : ''}`;
  return `This looks like an export of ${what}: ${say.count(result.rows.read)} rows${period}.`;
};

const openSentence = (planned: Planned): string =>
  planned.missing[0] ??
  (planned.questions.length === 1
    ? 'One question is open.'
    : `${planned.questions.length} questions are open.`);

const fieldsOf = (kind: ImportKind): AnyField[] =>
  kind === 'orders' ? [...FIELDS] : [...declarationOf(kind).columns];
