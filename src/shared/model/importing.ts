import { z } from 'zod';
import { ImportKindSchema, RECORD_FIELDS } from './import-kind.ts';
import { ConvertedSchema, RateSchema, WithoutRateSchema } from './rate.ts';
import { FIELDS } from './sale-field.ts';
import { MoneySchema, PeriodSchema } from './schemas.ts';
import { TaxRateSchema, TaxTreatmentSchema } from './tax.ts';

export const ISSUE_CODES = [
  'date-unreadable',
  'date-ambiguous',
  'amount-unreadable',
  'amount-ambiguous',
  'quantity-unreadable',
  'currency-without-rate',
  'customer-missing',
  'order-missing',
  'product-missing',
  'duplicate-line',
  'record-ragged',
  'quote-unterminated',
  'encoding-doubt',
  'subtotal-row',
  'footer-row',
  'status-left-out',
  'not-a-sale',
  'key-blank',
  'digits-lost',
  'value-out-of-range',
] as const;
export const IssueCodeSchema = z.enum(ISSUE_CODES);
export type IssueCode = z.infer<typeof IssueCodeSchema>;

/** One problem in one cell or record. `row` is the number a spreadsheet would show. */
export const IssueSchema = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  code: IssueCodeSchema,
  value: z.string(),
  message: z.string(),
  /** whether the record was left out because of it, or is in all the same */
  leftOut: z.boolean(),
});
export type Issue = z.infer<typeof IssueSchema>;

/** What a column of any file can mean. */
export const AnyFieldSchema = z.enum([...FIELDS, ...RECORD_FIELDS]);
export type AnyField = z.infer<typeof AnyFieldSchema>;

export const DecimalMarkSchema = z.enum(['.', ',']);
export const BadRowsSchema = z.enum(['leave-out', 'stop']);

/** What the owner (or a script) has decided about a file; everything left open is decided from the file. */
export const ImportOptionsSchema = z.object({
  mapping: z.record(z.string(), AnyFieldSchema.nullable()).optional(),
  /** what the file holds; told from its columns where left out */
  kind: ImportKindSchema.optional(),
  /** of a workbook, or the file inside an archive; the first with data where left out */
  sheet: z.string().optional(),
  /** 'auto', the id of a known product's export, or 'none' to read it as a plain table */
  preset: z.string().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** of other currencies; kept in the portfolio when the file is imported */
  rates: z.array(RateSchema).max(1000).optional(),
  /** whether the amounts include tax, and which; kept in a portfolio that has no answer yet */
  pricesIncludeTax: TaxTreatmentSchema.optional(),
  taxRate: TaxRateSchema.nullable().optional(),
  /** products of the file that are no sale, by code or name; kept as marks of the portfolio while the import is in it */
  notASale: z.array(z.string().min(1)).max(10_000).optional(),
  locale: z.string().optional(),
  timezone: z.string().optional(),
  dateFormat: z.string().optional(),
  decimal: DecimalMarkSchema.optional(),
  encoding: z.string().optional(),
  badRows: BadRowsSchema.optional(),
  allowAgain: z.boolean().optional(),
  /** false: what was decided for an earlier file with the same headings does not count */
  asLastTime: z.boolean().optional(),
});
export type ImportOptions = z.infer<typeof ImportOptionsSchema>;

export const SourceInfoSchema = z.object({
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  encoding: z.string(),
  delimiter: z.string(),
  headerRow: z.number().int(),
  sheet: z.string().nullable(),
  preset: z.string().nullable(),
  locale: z.string().nullable(),
  dateFormat: z.string().nullable(),
  decimal: z.string().nullable(),
  kind: ImportKindSchema,
});
export type SourceInfo = z.infer<typeof SourceInfoSchema>;

/** A column of the file as the importer reads it: what it means, how sure that is, and three values. */
export const ColumnMatchSchema = z.object({
  header: z.string(),
  examples: z.array(z.string()),
  field: AnyFieldSchema.nullable(),
  confident: z.boolean(),
  reason: z.string(),
});
export type ColumnMatch = z.infer<typeof ColumnMatchSchema>;

/** A question that the file leaves open: both readings side by side. */
export const ImportQuestionSchema = z.object({
  id: z.enum(['dateFormat', 'decimal', 'currency']),
  column: z.string().nullable(),
  question: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string(), reading: z.string() })),
});
export type ImportQuestion = z.infer<typeof ImportQuestionSchema>;

export const RowCountsSchema = z.object({
  read: z.number().int(),
  imported: z.number().int(),
  leftOut: z.number().int(),
  alreadyThere: z.number().int(),
});

export const IssueSummarySchema = z.object({
  count: z.number().int(),
  byCode: z.partialRecord(IssueCodeSchema, z.number().int()),
  first: z.array(IssueSchema),
});

/** What was read, held against what the file says of itself. Imported, already there and left out are its whole. */
export const ControlTotalsSchema = z.object({
  /** the file's own total; null where it has none */
  own: MoneySchema.nullable(),
  ownRow: z.number().int().nullable(),
  /** how many records the file says it has */
  ownRows: z.number().int().nullable(),
  imported: MoneySchema,
  alreadyThere: MoneySchema,
  leftOut: MoneySchema,
  sum: MoneySchema,
  /** own − sum */
  difference: MoneySchema.nullable(),
  /** whether every amount of the file was read; tax or a discount taken off is no disagreement */
  agrees: z.boolean().nullable(),
  sentence: z.string(),
});
export type ControlTotals = z.infer<typeof ControlTotalsSchema>;

export const SKIP_REASONS = ['same-line', 'other-content', 'total-of-known-articles'] as const;
export const SkipReasonSchema = z.enum(SKIP_REASONS);
export type SkipReason = z.infer<typeof SkipReasonSchema>;

/** Lines that the portfolio has already. A record may have brought several. */
export const SkippedSchema = z.object({
  byReason: z.partialRecord(SkipReasonSchema, z.number().int()),
  first: z.array(
    z.object({
      row: z.number().int(),
      /** null where the source gives orders no number */
      order: z.string().nullable(),
      reason: SkipReasonSchema,
      message: z.string(),
    }),
  ),
});
export type Skipped = z.infer<typeof SkippedSchema>;

/** A product of the file whose name says that it may be no sale, and what it comes to. */
export const MayBeNoSaleSchema = z.object({
  /** its code, or its name where it has none: what `notASale` names it by */
  product: z.string(),
  name: z.string(),
  reason: z.string(),
  lines: z.number().int(),
  amount: MoneySchema,
  /** whether the owner has said with this import that it is none */
  said: z.boolean(),
});
export type MayBeNoSale = z.infer<typeof MayBeNoSaleSchema>;

/** The result of an import, the same on the screen and as the JSON of the command line. */
export const ImportResultSchema = z.object({
  batch: z.number().int().nullable(),
  source: SourceInfoSchema,
  mapping: z.record(z.string(), AnyFieldSchema),
  rows: RowCountsSchema,
  orders: z.number().int(),
  orderLines: z.number().int(),
  refunds: z.number().int(),
  customers: z.object({
    created: z.number().int(),
    matched: z.number().int(),
    anonymousOrders: z.number().int(),
    possibleDuplicates: z.number().int(),
  }),
  revenue: MoneySchema,
  revenueLeftOut: MoneySchema,
  /** the tax in the amounts, at the rate the owner says; with revenue and what is left out it makes the file's own total */
  taxTakenOff: MoneySchema,
  period: PeriodSchema.nullable(),
  issues: IssueSummarySchema,
  /** null for kinds of data that have no sum */
  controlTotals: ControlTotalsSchema.nullable(),
  skipped: SkippedSchema,
  /** orders known by their total alone that this file tells the articles of */
  ordersDetailed: z.number().int(),
  /** lines that are in the portfolio but count nowhere, because the owner has said that their product is no sale */
  notASale: z.number().int(),
  /** products nobody has answered for yet whose names say that they may be no sale, most at stake first */
  mayBeNoSale: z.array(MayBeNoSaleSchema),
  /** lines in other currencies: at which rate they were converted, and which are left out for want of one */
  converted: z.array(ConvertedSchema),
  withoutRate: z.array(WithoutRateSchema),
  /** the import after which this one was read, where the owner's decisions were remembered */
  remembered: z.number().int().nullable(),
  contentHash: z.string().nullable(),
  elapsedMs: z.number(),
  peakRssBytes: z.number(),
});
export type ImportResult = z.infer<typeof ImportResultSchema>;

/** What the owner sees before anything is changed. */
export const ImportPreviewSchema = z.object({
  preview: z.string(),
  recognised: z.string(),
  source: SourceInfoSchema,
  columns: z.array(ColumnMatchSchema),
  /** what a column of this kind of file can mean */
  fields: z.array(AnyFieldSchema),
  questions: z.array(ImportQuestionSchema),
  /** null while a question is open or a column that is needed has no match */
  result: ImportResultSchema.nullable(),
  missing: z.array(z.string()),
  /** "Adds 5,038 orders from 1,204 customers, 311 of them new. 83 rows are left out." */
  sentence: z.string(),
  taxNote: z.string().nullable(),
  /** what to choose from: sheets of a workbook or files of an archive; empty for a plain text file */
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int().nullable() })),
  /** the known product whose export this is, whether it is read as such or not */
  product: z.object({ id: z.string(), sentence: z.string() }).nullable(),
  /** "Read as last time (import of 3 May)." */
  remembered: z.string().nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreviewSchema>;

export const PastImportSchema = z.object({
  batch: z.number().int(),
  fileName: z.string(),
  kind: ImportKindSchema,
  importedAt: z.number().int(),
  undoneAt: z.number().int().nullable(),
  rows: RowCountsSchema,
  revenue: MoneySchema,
  period: PeriodSchema.nullable(),
  issues: z.number().int(),
  /** how the file's own total compared; null where it had none */
  controlSentence: z.string().nullable(),
});
export type PastImport = z.infer<typeof PastImportSchema>;

export const UndoneImportSchema = z.object({
  batch: z.number().int(),
  linesRemoved: z.number().int(),
  linesKept: z.number().int(),
  contentHash: z.string(),
});
export type UndoneImport = z.infer<typeof UndoneImportSchema>;
