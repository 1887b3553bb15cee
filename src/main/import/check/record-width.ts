import type { SourceRecord } from './cells.ts';

/**
 * Whether a record has the header's width, or what it has more is empty, or the file is one whose rows end early.
 * Otherwise values may be under the wrong heading.
 */
export const fitsWidth = (record: SourceRecord, width: number, endsEarly: boolean): boolean =>
  record.length === width ||
  (record.length > width ? record.slice(width).every((cell) => cell.trim() === '') : endsEarly);

export const raggedMessage = (record: SourceRecord, width: number): string =>
  `The row has ${record.length} cells where the header has ${width}.`;

export const isBlank = (record: SourceRecord): boolean => {
  for (const cell of record) if (cell !== '' && cell.trim() !== '') return false;
  return true;
};
