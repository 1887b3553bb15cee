import { z } from 'zod';

/** What can be wrong with data, in the order it is read. */
export const AUDIT_DIMENSIONS = ['completeness', 'validity', 'uniqueness', 'freshness', 'coverage'] as const;
export const AuditDimensionSchema = z.enum(AUDIT_DIMENSIONS);
export type AuditDimension = z.infer<typeof AuditDimensionSchema>;

export const AuditCheckSchema = z
  .object({
    id: z.string(),
    dimension: AuditDimensionSchema,
    /** 0 to 100, the share of cases without the fault */
    score: z.number(),
    /** cases with the fault, of `of` looked at */
    found: z.number().int(),
    of: z.number().int(),
    sentence: z.string(),
    /** what cannot be known, or is known less well, because of it */
    prevents: z.string(),
    /** what the owner can do about it */
    fix: z.string(),
    /** the place of the app where that is done; null where it is done outside */
    to: z.string().nullable(),
  })
  .readonly();
export type AuditCheck = z.infer<typeof AuditCheckSchema>;

/** A program that numbers customers, and how many it knows. */
export const AuditSourceSchema = z
  .object({ source: z.string(), customers: z.number().int(), only: z.number().int() })
  .readonly();
export type AuditSource = z.infer<typeof AuditSourceSchema>;

export const AuditSchema = z
  .object({
    /** 0 to 100: the mean of the dimensions, each the mean of its checks */
    score: z.number(),
    sentence: z.string(),
    checks: z.array(AuditCheckSchema).readonly(),
    sources: z.array(AuditSourceSchema).readonly(),
    /** which systems the data come from, and which of them share no customer */
    sourcesSentence: z.string(),
  })
  .readonly();
export type Audit = z.infer<typeof AuditSchema>;
