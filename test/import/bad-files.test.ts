import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cli } from '../support/cli.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { hashOf } from '../support/portfolio.ts';

const GOOD = csv(aSale(), aSale({ order: '1002', date: '2024-03-05' }));
const HEADER = GOOD.split('\r\n', 1)[0]!;

/** A hundred million bytes without a line end, written in pieces. */
const longLine = (path: string): void => {
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(1 << 20, 'a');
  writeSync(file, `${HEADER}\n`);
  for (let i = 0; i < 96; i++) writeSync(file, piece);
  closeSync(file);
};

type Bad = readonly [what: string, make: (path: string) => void, sentence: RegExp];
const holds =
  (content: string | Uint8Array) =>
  (path: string): void =>
    writeFileSync(path, content);

const BAD: readonly Bad[] = [
  ['a file that is not there', () => undefined, /There is no file sales\.csv/],
  ['a folder', (path) => mkdirSync(path), /sales\.csv is a folder/],
  ['an empty file', holds(''), /sales\.csv is empty/],
  ['a byte order mark and nothing else', holds('\ufeff'), /sales\.csv/],
  ['blank lines only', holds('\r\n\r\n\r\n'), /sales\.csv/],
  ['only a header', holds(`${HEADER}\r\n`), /sales\.csv has a header but no rows/],
  ['only a header, without a line end', holds(HEADER), /sales\.csv has a header but no rows/],
  ['a header and blank rows', holds(`${HEADER}\n,,,,,\n\n`), /sales\.csv has a header but no rows/],
  ['a PDF renamed .csv', holds('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), /sales\.csv is a PDF/],
  [
    'the beginning of a workbook',
    holds(Buffer.from('PK\u0003\u0004\u0014\0\u0006\0', 'latin1')),
    /sales\.csv is damaged/,
  ],
  [
    'the beginning of an old workbook',
    holds(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    /cannot be read as a workbook/,
  ],
  [
    'a compressed file that breaks off',
    holds(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])),
    /sales\.csv is damaged/,
  ],
  ['a picture', holds(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa])), /is a picture/],
  ['a NUL amid the text', holds(GOOD.replace('Bread', 'Br\0ead')), /sales\.csv is not a text file/],
  ['a NUL at the very end', holds(`${GOOD}\0`), /sales\.csv is not a text file/],
  ['a line of 96 MB', longLine, /line of more than 16 MB/],
  ['prose', holds('Dear customer\nthank you for your order\nyours\n'), /no table/],
  ['no column with a day', holds('Customer,Amount\nAnna,4.20\nBert,5.10\n'), /day of the sale.*--map/],
  ['no column with an amount', holds('Date,Customer\n2024-03-04,Anna\n'), /amount or a price.*--map/],
  [
    'dates that can be read in two ways',
    holds(csv(aSale({ date: '03/04/2024' }))),
    /column "Date".*two ways.*03\/04\/2024.*--locale/,
  ],
  [
    'amounts that can be read in two ways',
    holds(csv(aSale({ amount: '1.234' }), aSale({ order: '2', amount: '5.678' }))),
    /column "Amount".*two ways.*1\.234.*--locale/,
  ],
  [
    'not one row that can be read',
    holds(csv(aSale({ date: '2024-02-30' }), aSale({ order: '2', amount: 'ERROR' }))),
    /None of the 2 rows of sales\.csv can be imported.*row 2, column "Date"/,
  ],
];

let portfolio: string;
beforeAll(async () => {
  portfolio = join(aFolder(), 'shop.clientele');
  const good = join(dirname(portfolio), 'good.csv');
  writeFileSync(good, GOOD);
  expect((await cli('import', good, '--portfolio', portfolio, '--currency', 'EUR')).code).toBe(0);
  // the first one who opens it gives the file its journal; from then on its bytes are its own
  expect((await cli('segments', '--portfolio', portfolio)).code).toBe(0);
});

/** One line, one sentence or two, said once. */
const plain = (err: string): void => {
  expect(err).toMatch(/^[^\n]+\.\n$/);
  expect(err).not.toMatch(/\bat .*\.ts|Error:|undefined|null|NaN|SQLITE/);
};

describe('bad input: one plain sentence, exit code 1, nothing created or changed', () => {
  test.each(BAD)('%s', async (_, make, sentence) => {
    const folder = aFolder();
    const file = join(folder, 'sales.csv');
    make(file);
    const before = readdirSync(folder);

    const intoNew = await cli(
      'import',
      file,
      '--portfolio',
      join(folder, 'new.clientele'),
      '--json',
      '--currency',
      'EUR',
    );
    expect([intoNew.code, intoNew.out]).toEqual([1, '']);
    expect(intoNew.err).toMatch(sentence);
    plain(intoNew.err);
    expect(readdirSync(folder)).toEqual(before);

    const hash = hashOf(portfolio);
    const intoOld = await cli('import', file, '--portfolio', portfolio, '--json');
    expect([intoOld.code, intoOld.out]).toEqual([1, '']);
    expect(intoOld.err).toMatch(sentence);
    expect(hashOf(portfolio)).toBe(hash);
    expect(existsSync(`${portfolio}-wal`)).toBe(false);
  });

  test('a mapping file that names a column the file does not have', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'sales.csv'), GOOD);
    writeFileSync(join(folder, 'map.json'), '{"Datum": "order.date"}');
    const ran = await cli(
      'import',
      join(folder, 'sales.csv'),
      '--portfolio',
      join(folder, 'p.clientele'),
      '--map',
      join(folder, 'map.json'),
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/column "Datum" that sales\.csv does not have/);
    plain(ran.err);
    expect(readdirSync(folder).sort()).toEqual(['map.json', 'sales.csv']);
  });

  test.each([
    ['no JSON', '{"Datum":\n order.date}', /mapping file .* not JSON/],
    ['an unknown field', '{"Date": "order.when"}', /mapping file .* must be an object.*order\.date/],
  ])('a mapping file with %s', async (_, content, sentence) => {
    const folder = aFolder();
    writeFileSync(join(folder, 'sales.csv'), GOOD);
    writeFileSync(join(folder, 'map.json'), content);
    const ran = await cli(
      'import',
      join(folder, 'sales.csv'),
      '--portfolio',
      join(folder, 'p.clientele'),
      '--map',
      join(folder, 'map.json'),
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(sentence);
    plain(ran.err);
  });

  test('a currency that is none, and another one than the portfolio has', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'sales.csv'), GOOD);
    const none = await cli(
      'import',
      join(folder, 'sales.csv'),
      '--portfolio',
      join(folder, 'p.clientele'),
      '--currency',
      'XQZ',
    );
    expect([none.code, none.err]).toEqual([
      1,
      'XQZ is not a currency; use a code such as EUR, GBP or USD.\n',
    ]);
    expect(existsSync(join(folder, 'p.clientele'))).toBe(false);
    writeFileSync(join(folder, 'more.csv'), csv(aSale({ order: '77' })));
    const other = await cli(
      'import',
      join(folder, 'more.csv'),
      '--portfolio',
      portfolio,
      '--currency',
      'JPY',
    );
    expect(other.code).toBe(1);
    expect(other.err).toMatch(/portfolio is kept in [A-Z]{3}; it cannot take an import in JPY/);
  });

  test('a portfolio in a folder that is not there', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'sales.csv'), GOOD);
    const ran = await cli(
      'import',
      join(folder, 'sales.csv'),
      '--portfolio',
      join(folder, 'no', 'p.clientele'),
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/folder is missing/);
    plain(ran.err);
    expect(readdirSync(folder)).toEqual(['sales.csv']);
  });
});
