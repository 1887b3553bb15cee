/** A cell of the source: what it says, and whether it is in quotes. */
type Cell = { readonly text: string; readonly quoted: boolean };
type Table = readonly (readonly Cell[])[];

/** A file with one thing wrong with it, and what a perfect reader gets from it. */
export type Polluted = {
  readonly name: string;
  readonly csv: string;
  readonly clean: readonly (readonly string[])[];
};

type Marks = {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly end: string;
};
const PLAIN: Marks = { delimiter: ',', quote: '"', escape: '"', end: '\r\n' };

/**
 * The pollutions of the benchmark Pollock (Vitagliano et al., VLDB 2023, table of pollutions) made from any table:
 * of the whole file, of each row, and of each cell. A table of 84 rows and 9 columns gives 2,290 files.
 * @param source RFC 4180 with a header; its marks of quotation are kept where they are
 * @param end what is at the end of each row
 */
export function* pollute(source: string, end = PLAIN.end): Generator<Polluted> {
  const marks = { ...PLAIN, end };
  const table = cellsOf(source);
  const clean = texts(table);
  const [header = [], ...rows] = table;
  const width = header.length;
  const whole = write(table, marks);
  const file = (name: string, csv: string, expected = clean): Polluted => ({
    name: `file_${name}`,
    csv,
    clean: expected,
  });
  const bare = (row: readonly Cell[]): readonly Cell[] => row.map(({ text }) => aCell(text));

  yield { name: 'source', csv: whole, clean };
  yield file('no_payload', '', []);
  yield file('no_trailing_newline', whole.slice(0, -end.length));
  yield file('double_trailing_newline', whole + end);
  yield file('no_header', write(rows, marks), texts(rows));
  for (const extra of [1, 2])
    yield file(
      `header_multirow_${extra + 1}`,
      write([...Array.from({ length: extra }, () => bare(header)), ...table], marks),
      [header.map(({ text }) => Array.from({ length: extra + 1 }, () => text).join(' ')), ...texts(rows)],
    );
  const blank = Array.from({ length: width }, () => aCell(''));
  yield file('preamble', write([[aCell('PREAMBLE'), ...blank.slice(1)], blank, ...table], marks));
  const second = table.slice(0, -1).map(bare);
  yield file(
    'multitable_less',
    whole +
      write(
        second.map((row) => row.slice(0, -1)),
        marks,
      ),
  );
  yield file('multitable_same', whole + write(second, marks));
  yield file(
    'multitable_more',
    whole +
      write(
        second.map((row, at) => [...row, at === 0 ? aCell('col1') : (row.at(-1) ?? aCell(''))]),
        marks,
      ),
  );
  yield file('header_only', write([header], marks), texts([header]));
  yield file('one_data_row', write(table.slice(0, 2), marks), clean.slice(0, 2));
  yield file('record_delimiter_0xA', write(table, { ...marks, end: '\n' }));
  yield file('record_delimiter_0xD', write(table, { ...marks, end: '\r' }));
  for (const [name, delimiter] of [
    ['0x3B', ';'],
    ['0x9', '\t'],
    ['0x2C_0x20', ', '],
    ['0x20', ' '],
  ] as const)
    yield file(`field_delimiter_${name}`, write(table, { ...marks, delimiter }));
  yield file('quotation_char_0x27', write(table, { ...marks, quote: "'" }));
  yield file('escape_char_0x5C', write(table, { ...marks, escape: '\\' }));
  yield file('escape_char_0x00', write(table, { ...marks, escape: '' }));
  yield file('escape_char_nul', write(table, { ...marks, escape: '\0' }));

  const damaged = (row: number, line: string): string =>
    table.map((cells, at) => (at === row ? line : writeRow(cells, marks)) + end).join('');
  for (let row = 0; row < table.length; row++) {
    const cells = table[row] ?? [];
    yield {
      name: `row_field_delimiter_${row}_0x20`,
      csv: damaged(row, writeRow(cells, { ...marks, delimiter: ' ' })),
      clean,
    };
    for (let col = 0; col < width; col++) {
      const raw = cells.map((cell) => writeCell(cell, marks));
      const [before, after] = [raw.slice(0, col).join(','), raw.slice(col).join(',')];
      const more = col === 0 ? `,${after}` : `${before},,${after}`;
      yield { name: `row_more_sep_row${row}_col${col}`, csv: damaged(row, more), clean };
      if (col > 0)
        yield { name: `row_less_sep_row${row}_col${col}`, csv: damaged(row, before + after), clean };
      const spoilt = cells.map((cell, at) =>
        at !== col ? (raw[at] ?? '') : cell.quoted ? `"${raw[at] ?? ''}` : `"${cell.text}`,
      );
      yield {
        name: `row_extra_quote${row}_col${col}`,
        csv: damaged(row, spoilt.join(',')),
        clean: clean.map((line, at) =>
          at === row ? line.map((text, c) => (c === col ? `"${text}` : text)) : line,
        ),
      };
    }
  }
}

const aCell = (text: string): Cell => ({ text, quoted: text.includes(',') });

const texts = (table: Table): string[][] => table.map((row) => row.map(({ text }) => text));

const write = (table: Table, marks: Marks): string =>
  table.map((row) => writeRow(row, marks) + marks.end).join('');

const writeRow = (row: readonly Cell[], marks: Marks): string =>
  row.map((cell) => writeCell(cell, marks)).join(marks.delimiter);

/** Inside a cell the double quote is what is escaped, whatever is around cells: so the benchmark does it. */
const writeCell = ({ text, quoted }: Cell, marks: Marks): string =>
  quoted ? marks.quote + text.replaceAll('"', `${marks.escape}"`) + marks.quote : text;

const cellsOf = (source: string): Table =>
  source
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/g)].map((match) => ({
        text: match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
        quoted: match[1] !== undefined,
      })),
    );
