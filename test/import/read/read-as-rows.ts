import { statSync } from 'node:fs';
import { inspectFile } from '../../../src/main/import/read/inspect-file.ts';
import { readRecords } from '../../../src/main/import/read/records.ts';
import { sniffAnyTable } from '../../../src/main/import/sniff/table/dialect.ts';

/** What `read FILE --out` writes, without writing it: the header where there is one, and the records. */
export const readAsRows = (path: string): string[][] => {
  if (statSync(path).size === 0) return [];
  const facts = inspectFile(path);
  const table = sniffAnyTable(facts);
  const rows: string[][] = table.headerRows > 0 ? [[...table.headerAsWritten]] : [];
  for (const batch of readRecords(path, table))
    batch.records.forEach((record, index) => {
      if (batch.firstRow + index > table.headerRow && record.some((cell) => cell !== ''))
        rows.push([...record]);
    });
  return rows;
};
