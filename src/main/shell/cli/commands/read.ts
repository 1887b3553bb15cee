import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import Papa from 'papaparse';
import { Problem } from '../../../database/problem.ts';
import { inspectFile } from '../../../import/read/inspect-file.ts';
import { readRecords } from '../../../import/read/records.ts';
import { sniffTable, type Table } from '../../../import/sniff/dialect.ts';
import { type Command, text } from '../command.ts';

export const readCommand: Command = {
  name: 'read',
  usage: 'clientele read FILE [--out FILE.csv] [--json]',
  summary: 'What the reader sees before any mapping; --out writes it as clean CSV.',
  positionals: [1, 1],
  options: { out: { type: 'string' } },
  run: async ([file = ''], values) => {
    const facts = inspectFile(file);
    const table = sniffTable(facts);
    const out = text(values, 'out');
    const counts = await copyRecords(file, table, out ?? null);
    const json = {
      encoding: facts.encoding,
      delimiter: table.delimiter,
      quote: table.quote,
      headerRow: table.headerRow,
      preambleRows: table.headerRow - 1,
      footerRows: 0,
      sheet: null,
      columns: table.header,
      records: counts,
    };
    return {
      json,
      text: `${facts.name}: ${facts.encoding}, delimiter ${JSON.stringify(table.delimiter)}, header in row ${table.headerRow}, ${table.header.length} columns, ${counts} records.`,
    };
  },
};

/** Counts the records below the header and, where asked, writes them with it as RFC 4180. All or nothing. */
const copyRecords = async (file: string, table: Table, out: string | null): Promise<number> => {
  const temporary = out === null ? null : `${out}.part`;
  const stream = temporary === null ? null : createWriteStream(temporary);
  const failed = stream ? once(stream, 'error').then(([error]) => error as Error) : null;
  let records = 0;
  stream?.write(line([table.header]));
  for (const batch of readRecords(file, table)) {
    const rows = batch.records.filter(
      (record, index) => batch.firstRow + index > table.headerRow && record.some((cell) => cell !== ''),
    );
    records += rows.length;
    if (stream && rows.length > 0 && !stream.write(line(rows))) {
      const error = await Promise.race([once(stream, 'drain').then(() => null), failed]);
      if (error) throw cannotWrite(out!);
    }
  }
  if (stream && temporary !== null && out !== null) {
    stream.end();
    const error = await Promise.race([once(stream, 'finish').then(() => null), failed]);
    if (error) {
      await rm(temporary, { force: true });
      throw cannotWrite(out);
    }
    await rename(temporary, out);
  }
  return records;
};

const line = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n' },
  )}\r\n`;

const cannotWrite = (out: string): Problem =>
  new Problem(`${out} cannot be written; its folder is missing or read-only.`);
