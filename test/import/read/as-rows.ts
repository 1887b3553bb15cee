import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { openSource } from '../../../src/main/import/read/source.ts';

/** The rows that are in a workbook or archive, blank ones too, and which sheet they are of. */
export const rowsIn = async (
  path: string,
  sheet?: string,
): Promise<{
  readonly rows: string[][];
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}> => {
  const source = await openSource(path, { sheet: sheet ?? null });
  try {
    const text = readFileSync(source.facts.path, 'utf8').replace(/\n$/, '');
    return { rows: Papa.parse<string[]>(text).data, sheet: source.sheet, sheets: source.sheets };
  } finally {
    source.close();
  }
};
