import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Aside } from '../../../import/read/layout.ts';
import { readRecords } from '../../../import/read/records.ts';
import { openSource, type TableSource } from '../../../import/read/source.ts';
import { sniffAnyTable, type Table } from '../../../import/sniff/table/dialect.ts';
import { asWriteProblem } from '../../../system-fault.ts';
import { type Command, text } from '../command.ts';

export const readCommand: Command = {
  usage: 'clientele read FILE [--out FILE.csv] [--sheet NAME] [--json]',
  positionals: [1, 1],
  options: { out: { type: 'string' }, sheet: { type: 'string' } },
  run: async ([file = ''], values) => {
    const out = text(values, 'out') ?? null;
    if (statSync(file, { throwIfNoEntry: false })?.size === 0) return emptyFile(file, out);
    const source = await openSource(file, { sheet: text(values, 'sheet') });
    try {
      return await readSource(source, out);
    } finally {
      source.close();
    }
  },
};

const readSource = async (source: TableSource, out: string | null) => {
  const { facts, sheet } = source;
  const table = sniffAnyTable(facts);
  const seen = await copyRecords(facts.path, table, out);
  const sniffed = facts.marks === undefined;
  const json = {
    encoding: facts.encoding,
    delimiter: sniffed ? table.delimiter : null,
    quote: sniffed ? table.quote : null,
    escape: sniffed ? (table.escape ?? table.quote) : null,
    headerRow: table.headerRow - Math.max(0, table.headerRows - 1),
    headerRows: table.headerRows,
    preambleRows: table.headerRow - table.headerRows,
    footerRows: count(seen.asides, 'footer'),
    repeatedHeaderRows: count(seen.asides, 'repeated-header'),
    commentRows: count(seen.asides, 'comment'),
    otherTableRows: count(seen.asides, 'other-table'),
    repairedRows: seen.repaired,
    sheet,
    sheets: source.sheets,
    columns: table.header,
    records: seen.records,
  };
  const parts = [
    sheet === null ? facts.name : `${facts.name}, ${sheet}`,
    sniffed ? `${facts.encoding}, delimiter ${JSON.stringify(table.delimiter)}` : 'a sheet of cells',
    table.headerRows === 0 ? 'no header' : `header in row ${json.headerRow}`,
    `${table.header.length} columns`,
    `${seen.records} records`,
  ];
  return { json, text: `${parts.join(', ')}.${remarks(seen, source)}` };
};

type Seen = { records: number; repaired: number; asides: Aside[] };

const count = (asides: readonly Aside[], kind: Aside['kind']): number =>
  asides.reduce((sum, aside) => sum + (aside.kind === kind ? aside.rows : 0), 0);

const remarks = ({ asides, repaired }: Seen, { sheet, sheets }: TableSource): string => {
  const other = asides.find((aside) => aside.kind === 'other-table');
  const footer = asides.find((aside) => aside.kind === 'footer');
  const others = sheets.filter((name) => name !== sheet);
  return [
    others.length > 0 ? ` Not read: ${others.slice(0, 10).join(', ')} (choose with --sheet).` : '',
    other ? ` A second table begins in row ${other.firstRow}; it was left out.` : '',
    footer ? ` The lines from row ${footer.firstRow} on stand below the table and were left out.` : '',
    repaired > 0 ? ` ${repaired} damaged rows could be read in one way only and were put right.` : '',
  ].join('');
};

/** Counts the records below the header and, where asked, writes them with it as RFC 4180. All or nothing. */
const copyRecords = async (file: string, table: Table, out: string | null): Promise<Seen> => {
  const writer = out === null ? null : new Writer(out);
  const seen: Seen = { records: 0, repaired: 0, asides: [] };
  try {
    if (table.headerRows > 0) await writer?.write([table.headerAsWritten]);
    for (const batch of readRecords(file, table)) {
      const rows = batch.records.filter(
        (record, index) => batch.firstRow + index > table.headerRow && record.some((cell) => cell !== ''),
      );
      seen.records += rows.length;
      seen.repaired += batch.repaired?.filter(({ row }) => row > table.headerRow).length ?? 0;
      for (const aside of batch.asides ?? []) note(seen.asides, aside);
      if (rows.length > 0) await writer?.write(rows);
    }
    await writer?.finish();
  } catch (error) {
    await writer?.abandon();
    throw error;
  }
  return seen;
};

const note = (asides: Aside[], aside: Aside): void => {
  const last = asides.at(-1);
  if (last?.kind === aside.kind && last.firstRow + last.rows === aside.firstRow)
    asides[asides.length - 1] = { ...last, rows: last.rows + aside.rows };
  else if (asides.length < 1000 || aside.kind !== 'comment') asides.push(aside);
};

const emptyFile = async (file: string, out: string | null) => {
  const writer = out === null ? null : new Writer(out);
  await writer?.finish();
  const json = {
    encoding: 'utf-8',
    delimiter: null,
    quote: null,
    headerRow: 0,
    headerRows: 0,
    preambleRows: 0,
    footerRows: 0,
    sheet: null,
    columns: [],
    records: 0,
  };
  return { json, text: `${file} is empty: 0 records.` };
};

/** Writes next to the place and moves there when all is written. */
class Writer {
  readonly #out: string;
  readonly #stream;
  #failed: Error | null = null;

  constructor(out: string) {
    this.#out = out;
    this.#stream = createWriteStream(`${out}.part`, { mode: 0o600 });
    this.#stream.on('error', (error) => {
      this.#failed = error;
    });
  }

  async write(rows: readonly (readonly string[])[]): Promise<void> {
    if (this.#failed) throw this.#cannot();
    const lines = Papa.unparse(
      rows.map((row) => [...row]),
      { newline: '\r\n' },
    );
    if (!this.#stream.write(`${lines}\r\n`)) await this.#until('drain');
  }

  async finish(): Promise<void> {
    this.#stream.end();
    await this.#until('finish');
    await rename(`${this.#out}.part`, this.#out);
  }

  async abandon(): Promise<void> {
    this.#stream.destroy();
    await rm(`${this.#out}.part`, { force: true });
  }

  async #until(event: 'drain' | 'finish'): Promise<void> {
    if (!this.#failed) await once(this.#stream, event).catch(() => undefined);
    if (this.#failed) throw this.#cannot();
  }

  #cannot(): unknown {
    return asWriteProblem(this.#failed, this.#out);
  }
}
