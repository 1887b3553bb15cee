import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

const PIECES = [
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  ' ',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '\\"',
  '#',
  'sep=;\n',
  '\ufeff',
  '\u00a0',
  '=',
  'é',
  '€',
  '🥐',
  '\u2028',
  'Total',
  'DATE',
  '12/03/2024',
  '1.234,50',
  '-',
  'a',
  'word word',
  '0',
];

/** A table with everything done to it that goes wrong with files, and what is not a table at all. The same seed gives the same bytes. */
export const messyText = (seed: number): Uint8Array => {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const delimiter = one([',', ';', '\t', '|', ', ', ' ']);
  const end = one(['\n', '\r\n', '\r']);
  const rows = below(120);
  const cell = (row: number, column: number): string =>
    column === 0
      ? `${1 + (row % 28)}/03/2024`
      : column === 1
        ? `A-${1000 + row}`
        : column === 2
          ? `${below(100)}.${10 + below(90)}`
          : one(['', 'Bread', '"Bread, white"', '"said ""so"""', 'two words', '"over\ntwo lines"']);
  const width = 1 + below(6);
  let text =
    random() < 0.8
      ? `${['Date', 'Order', 'Amount', 'Item', 'Note', 'More'].slice(0, width).join(delimiter)}${end}`
      : '';
  for (let row = 0; row < rows; row++)
    text += Array.from({ length: width }, (_, column) => cell(row, column)).join(delimiter) + end;
  const spoils = below(12);
  for (let i = 0; i < spoils; i++) {
    const at = below(text.length + 1);
    const kind = below(4);
    const piece = one(PIECES).repeat(random() < 0.05 ? 2000 : 1 + below(3));
    if (kind === 0) text = text.slice(0, at) + piece + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at + below(40));
    else if (kind === 2) text = text.slice(0, at) + piece + text.slice(at + 1);
    else text += text.slice(at, at + below(4000));
  }
  const bytes = one(['utf8', 'utf8', 'utf8', 'utf16le', 'latin1'] as const);
  const buffer = Buffer.from(text, bytes);
  for (let i = random() < 0.1 ? 1 + below(5) : 0; i > 0 && buffer.length > 0; i--)
    buffer[below(buffer.length)] = below(256);
  return buffer;
};
