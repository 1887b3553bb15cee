import type { UnseenExport } from '../../unseen/unseen-export.ts';

/** A known product's export in a version or language of its own. */
export type Version = UnseenExport & {
  readonly preset: string;
  readonly comes: { readonly anonymous?: number };
};
