import Papa from 'papaparse';
import { type ImportKind, templateOf } from '../../../shared/model/import-kind.ts';

/** A file of this kind that a spreadsheet opens and that imports unchanged. */
export const templateCsv = (kind: ImportKind): string => {
  const { header, rows } = templateOf(kind);
  const text = Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { newline: '\r\n' });
  return `\ufeff${text}\r\n`;
};
