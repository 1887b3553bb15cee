import type { Layout } from './layout.ts';

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-1254'
  | 'macintosh'
  | 'shift_jis'
  | 'euc-kr'
  | 'gb18030';

/** How a delimited text is to be cut into cells. */
export type Dialect = {
  readonly encoding: Encoding;
  readonly markBytes: number;
  readonly delimiter: string;
  readonly quote: string;
  /** what makes a quote inside a quoted cell a part of it; the quote itself unless it is said */
  readonly escape?: string | undefined;
  /** a character that stands for itself when it is doubled, though it quotes nothing in this file */
  readonly doubled?: string | undefined;
  /** what is known of the table; without it every row is a record and damaged lines stay as they are */
  readonly layout?: Layout | undefined;
};
