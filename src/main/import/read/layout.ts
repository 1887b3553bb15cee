export type AsideKind = 'comment' | 'repeated-header' | 'footer' | 'other-table';

/** Rows that are no records of the table: they are in the batch as empty ones, so that row numbers stay right. */
export type Aside = {
  readonly kind: AsideKind;
  readonly firstRow: number;
  readonly rows: number;
  readonly text: string;
};

export const filled = (record: readonly string[]): number => {
  let count = 0;
  for (let at = 0; at < record.length; at++) if (isPlain(record[at]!) || record[at]!.trim() !== '') count++;
  return count;
};

/** It begins with something that is surely no white space. */
const isPlain = (cell: string): boolean => {
  const first = cell.charCodeAt(0);
  return first > 32 && first < 127;
};

/** Whether a row says the words of the header once more, all of them or those of its first columns. */
export const likeHeader = (record: readonly string[], header: readonly string[]): 'same' | 'near' | null => {
  if (header.length < 2) return null;
  const [mine, its] = [record[0] ?? '', header[0] ?? ''];
  // nearly every row shows by its first character that it is not the header
  if (isPlain(mine) && isPlain(its) && mine.charCodeAt(0) !== its.charCodeAt(0)) return null;
  if (mine.trim() !== its.trim()) return null;
  const words = Math.min(record.length, header.length);
  let same = 0;
  for (let at = 0; at < words; at++) {
    const name = header[at]?.trim() ?? '';
    if (record[at]?.trim() !== name) return null;
    if (name !== '') same++;
  }
  if (same < 2 || same < header.length * 0.6) return null;
  return record.length === header.length ? 'same' : 'near';
};
