import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPortfolio } from '../../src/main/database/open.ts';
import { commands } from '../../src/main/shell/cli/commands.ts';
import { CHECKOUT, ensureBuilt } from '../../src/main/shell/start/build.ts';
import { cli } from '../support/cli.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';

let folder: string;
let portfolio: string;
let file: string;
beforeAll(async () => {
  folder = aFolder();
  portfolio = join(folder, 'shop.clientele');
  file = join(folder, 'sales.csv');
  writeFileSync(file, csv(aSale(), aSale({ order: '2', date: '2024-05-06' })));
  expect((await cli('import', file, '--portfolio', portfolio, '--currency', 'EUR')).code).toBe(0);
});

describe('exit code 0', () => {
  test.each(Object.keys(commands))('%s --help says how it is used', async (name) => {
    for (const flag of ['--help', '-h']) {
      const ran = await cli(name, flag);
      expect([ran.code, ran.err]).toEqual([0, '']);
      expect(ran.out).toContain(`clientele ${name}`);
    }
  });

  test('--help alone lists every command', async () => {
    const ran = await cli('--help');
    expect(ran.code).toBe(0);
    for (const [name, { summary, load }] of Object.entries(commands)) {
      expect((await load()).usage).toMatch(new RegExp(`^clientele ${name}( |$)`));
      expect(ran.out).toContain(`${name.padEnd(12)} ${summary}`);
    }
  });

  test('without --json a person is told in words', async () => {
    writeFileSync(
      join(folder, 'more.csv'),
      csv(
        aSale({ order: '9' }),
        aSale({ order: '10', amount: 'ERROR' }),
        aSale({ order: '11', amount: '1.00' }),
      ),
    );
    const ran = await cli('import', join(folder, 'more.csv'), '--portfolio', portfolio);
    expect(ran.out).toContain('3 rows read = 2 imported + 1 left out + 0 already there.');
    expect(ran.out).toContain('1 × amount-unreadable');
    expect(ran.out).toContain('undo-import 2');
  });
});

describe('exit code 2, wrong usage: one line on standard error, nothing on standard output', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no such command', ['frobnicate'], /no command "frobnicate"/],
    ['no file', ['import', '--portfolio', 'p'], /Usage: clientele import/],
    ['no portfolio', ['import', 'sales.csv'], /--portfolio is needed/],
    ['an unknown option', ['analyze', '--portfolio', 'p', '--loud'], /--loud/],
    ['an option without its value', ['analyze', '--portfolio'], /portfolio/],
    ['too many files to read', ['read', 'a', 'b'], /Usage: clientele read/],
    ['a batch that is no number', ['undo-import', 'last', '--portfolio', 'p'], /BATCH is the number/],
    [
      'a locale that is none',
      ['import', 'f', '--portfolio', 'p', '--locale', 'not a locale'],
      /is no locale/,
    ],
    [
      'a time zone that is none',
      ['import', 'f', '--portfolio', 'p', '--timezone', 'Mars/Olympus'],
      /is no time zone/,
    ],
    [
      'a way with bad rows that is none',
      ['import', 'f', '--portfolio', 'p', '--bad-rows', 'hide'],
      /one of leave-out, stop/,
    ],
    [
      'a currency that is no code',
      ['import', 'f', '--portfolio', 'p', '--currency', 'euros'],
      /three-letter code/,
    ],
    [
      'a kind that is none',
      ['import', 'f', '--portfolio', 'p', '--kind', 'recipes'],
      /one of orders, customers/,
    ],
    [
      'a review that is neither PDF nor page',
      ['review', '--portfolio', 'p', '--out', 'r.docx'],
      /\.pdf or \.html/,
    ],
    [
      'an export of everyone but of actions',
      ['export', '--portfolio', 'p', '--what', 'orders', '--everyone', '--out', 'x.csv'],
      /--everyone is for --what actions/,
    ],
    [
      'an export of what is not there',
      ['export', '--portfolio', 'p', '--what', 'secrets', '--out', 'x.csv'],
      /one of customers, orders, segments/,
    ],
    ['a number of customers that is none', ['sample', '--out', 'p', '--customers', 'many'], /whole number/],
    ['a kind of sample that is none', ['sample', '--out', 'p', '--kind', 'casino'], /one of bakery/],
  ])('%s', async (_, args, sentence) => {
    const ran = await cli(...args, ...(args[0] === 'frobnicate' ? [] : ['--json']));
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toMatch(/\.ts:\d|\n\s+at /);
  });

  test.each([
    [['--as-of', 'yesterday'], /--as-of must be a day/],
    [['--as-of', '2024-02-30'], /--as-of must be a day/],
    [['--only', 'value,astrology'], /no area "astrology"/],
  ] as const)('analyze %j', async (args, sentence) => {
    const ran = await cli('analyze', '--portfolio', portfolio, ...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(sentence);
  });

  test('no command at all shows the help', async () => {
    const ran = await cli();
    expect(ran.code).toBe(2);
    expect(ran.out).toContain('Commands:');
  });
});

describe('exit code 1: the input or the file is at fault', () => {
  test.each<[string, readonly string[]]>([
    ['analyze', ['analyze', '--portfolio']],
    ['segments', ['segments', '--portfolio']],
    ['doctor', ['doctor']],
    ['undo-import', ['undo-import', '1', '--portfolio']],
    ['export', ['export', '--what', 'orders', '--out', 'x.csv', '--portfolio']],
    ['questions', ['questions', '--portfolio']],
    ['actions', ['actions', '--portfolio']],
  ])('%s of a portfolio that is not there makes none', async (_, args) => {
    const path = join(folder, 'absent.clientele');
    const ran = await cli(...args, path);
    expect([ran.code, ran.out, ran.err]).toEqual([1, '', `There is no portfolio at ${path}.\n`]);
    expect(existsSync(path)).toBe(false);
  });

  test('a recipe nobody knows, a day before all sales, an import that is not there', async () => {
    const recipe = await cli('segments', '--portfolio', portfolio, '--recipe', 'horoscope');
    expect([recipe.code, recipe.err]).toEqual([
      1,
      expect.stringMatching(/no recipe "horoscope"; there are /),
    ]);
    const absent = join(folder, 'rules.json');
    const rules = await cli('segments', '--portfolio', portfolio, '--from', absent);
    expect([rules.code, rules.err]).toEqual([1, `The file ${absent} cannot be read.\n`]);
    const both = await cli('segments', '--portfolio', portfolio, '--from', absent, '--recipe', 'rfm');
    expect([both.code, both.out]).toEqual([2, '']);
    const early = await cli('analyze', '--portfolio', portfolio, '--as-of', '1999-01-01');
    expect([early.code, early.err]).toEqual([1, 'There are no sales up to 1999-01-01.\n']);
    const undo = await cli('undo-import', '77', '--portfolio', portfolio);
    expect([undo.code, undo.err]).toEqual([1, 'There is no import 77 in this portfolio.\n']);
  });

  test('an export or a review into a folder that is not there leaves no half file', async () => {
    for (const args of [
      ['export', '--what', 'orders', '--out', join(folder, 'no', 'x.csv')],
      ['review', '--out', join(folder, 'no', 'r.html')],
    ]) {
      const ran = await cli(...args, '--portfolio', portfolio);
      expect([ran.code, ran.err]).toEqual([
        1,
        expect.stringMatching(/cannot be written; its folder is missing/),
      ]);
    }
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  test('a sample where something lies already', async () => {
    const ran = await cli('sample', '--out', portfolio);
    expect([ran.code, ran.err]).toEqual([1, 'shop.clientele is there already; choose another name.\n']);
  });

  test('a portfolio that another program is writing to', async () => {
    const busy = new Database(portfolio);
    busy.exec('BEGIN IMMEDIATE');
    try {
      const ran = await cli('undo-import', '1', '--portfolio', portfolio);
      expect([ran.code, ran.err]).toEqual([1, expect.stringMatching(/in use by another program/)]);
    } finally {
      busy.exec('ROLLBACK');
      busy.close();
    }
  });
});

test('exit code 3 is our own fault, said as such', async () => {
  const broken = join(folder, 'broken.clientele');
  copyFileSync(portfolio, broken);
  const db = openPortfolio(broken);
  db.transaction(() => db.raw.exec('DROP TABLE customer_day'));
  db.close();
  const ran = await cli('analyze', '--portfolio', broken, '--json');
  expect([ran.code, ran.out]).toEqual([3, '']);
  expect(ran.err).toMatch(/^This is our fault, not yours: /);
});

describe('as a process', () => {
  // what it says of a build is not looked at here
  beforeAll(() => ensureBuilt(CHECKOUT, ['node']));

  const entry = new URL('../../src/main/shell/cli/clientele.mjs', import.meta.url).pathname;
  const run = async (cwd: string, ...args: readonly string[]) => {
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [entry, ...args], { cwd });
      return { code: 0, out: stdout, err: stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout, err: stderr };
    }
  };

  test('one JSON document on standard output, the exit code of main', async () => {
    const ran = await run(folder, 'doctor', 'shop.clientele', '--json');
    expect([ran.code, ran.err, JSON.parse(ran.out).ok]).toEqual([0, '', true]);
    expect((await run(folder, 'doctor', 'nothing.clientele', '--json')).code).toBe(1);
    expect((await run(folder, 'doctor')).code).toBe(2);
  });

  test('a portfolio named from within a synchronised folder is known to lie there (DEFINITIONS 20)', async () => {
    const dropbox = join(folder, 'Dropbox');
    mkdirSync(dropbox);
    copyFileSync(file, join(dropbox, 'sales.csv'));
    expect(
      (await run(dropbox, 'import', 'sales.csv', '--portfolio', 'shop.clientele', '--currency', 'EUR')).code,
    ).toBe(0);
    expect(
      (await run(dropbox, 'segments', '--portfolio', 'shop.clientele', '--recipe', 'value-and-rhythm')).code,
    ).toBe(0);
    const raw = new Database(join(dropbox, 'shop.clientele'), { readonly: true });
    expect(raw.pragma('journal_mode', { simple: true })).toBe('delete');
    raw.close();
    expect(readdirSync(dropbox).sort()).toEqual(['sales.csv', 'shop.clientele']);
  });
});
