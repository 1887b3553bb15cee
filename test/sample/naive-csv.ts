/**
 * A reader that shares nothing with the writer or with the importer: it walks over the characters, and reads money
 * from its digits.
 */
export type NaiveFile = {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
  readonly blankLines: number;
};

export const readNaively = (csv: string): NaiveFile => {
  const rows: string[][] = [];
  let blankLines = 0;
  for (const line of csv.split('\r\n').slice(0, -1)) {
    if (line === '') {
      blankLines++;
      continue;
    }
    const cells: string[] = [];
    let cell = '';
    let quoted = false;
    for (let i = 0; i < line.length; i++) {
      const c = line[i];
      if (c === '"' && quoted && line[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = !quoted;
      else if (c === ',' && !quoted) {
        cells.push(cell);
        cell = '';
      } else cell += c;
    }
    cells.push(cell);
    rows.push(cells);
  }
  const [header = [], ...records] = rows;
  return { header, records, blankLines };
};

/** `-12.30` is −1230; null for anything that is not money with two decimals. */
export const cents = (text: string | undefined): number | null => {
  const m = /^(-?)(\d+)\.(\d\d)$/.exec(text ?? '');
  if (m === null) return null;
  const whole = Number(`${m[2]}${m[3]}`);
  return m[1] === '-' ? -whole : whole;
};

/** Thousandths of the currency: `0.385` is 385, `4.20` is 4200. */
export const mills = (text: string): number => {
  const [units = '', decimals = ''] = text.split('.');
  return Number(units + decimals.padEnd(3, '0'));
};
