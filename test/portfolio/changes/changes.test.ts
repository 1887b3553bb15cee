import { type CellObject, read } from '@e965/xlsx';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { readSettings } from '../../../src/main/database/settings.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { listReviews, readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import {
  nextChanges,
  recentChanges,
  redoChange,
  undoChange,
} from '../../../src/main/portfolio/changes/change-log.ts';
import { exportTable } from '../../../src/main/portfolio/exports/export.ts';
import { readMatrix, setLines } from '../../../src/main/portfolio/matrix/matrix.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { applySegments, readSegments } from '../../../src/main/portfolio/segments/segments.ts';
import { updateSettings } from '../../../src/main/portfolio/settings/info.ts';
import { asCsv, harmless, tableFile } from '../../../src/main/portfolio/tables/table-file.ts';
import { UNDOABLES } from '../../../src/main/portfolio/undoables.ts';
import { reviewPage } from '../../../src/main/report/page.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Matrix } from '../../../src/shared/model/matrix.ts';
import { tallyTests } from '../../faults/tally.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, copyOf, take } from '../../support/portfolio.ts';

const TODAY = isoDay('2025-10-02');
const sample = makeSample({ kind: 'clinic', customers: 80, seed: 9, until: isoDay('2025-09-30') });

let full: Writable | null = null;
let db: Writable;
beforeEach(async () => {
  if (!full) {
    full = aPortfolio();
    await take(full, sample.csv, {
      currency: sample.truth.currency,
      locale: 'en-GB',
      timezone: 'Europe/Berlin',
    });
  }
  db = copyOf(full);
});

const undo = () => undoChange(db, UNDOABLES);
const redo = () => redoChange(db, UNDOABLES);

describe('saved reviews stay as they were (DEFINITIONS 13)', () => {
  test('after another import, after its undo, and with other settings and segments', async () => {
    const { id } = makeReview(db, { ownersCopy: false, paper: 'A4' }, TODAY);
    const page = (): string => reviewPage(readReview(db, id).content);
    const before = page();
    const entry = listReviews(db)[0];
    await take(
      db,
      csv(
        ...Array.from({ length: 30 }, (_, i) =>
          aSale({ order: `n${i}`, date: '2025-10-01', customer: `N${i}`, amount: '5000.00' }),
        ),
      ),
    );
    updateSettings(db, { businessName: 'Another', locale: 'de-DE' });
    applySegments(db, { recipe: 'quick-start' });
    setLines(db, 'segments', { value: 100, growth: 0.5 });
    expect(page()).toBe(before);
    undoImport(db, 1);
    expect(page()).toBe(before);
    expect(listReviews(db)).toEqual([entry]);
    // while one made now does say otherwise
    expect(
      reviewPage(readReview(db, makeReview(db, { ownersCopy: false, paper: 'A4' }, TODAY).id).content),
    ).not.toBe(before);
  });

  test('and keep who was in which segment on their day', () => {
    applySegments(db, { recipe: 'value-and-rhythm' });
    makeReview(db, { ownersCopy: false, paper: 'Letter' }, TODAY);
    const members = db.row<{ n: number }>(
      'SELECT count(*) AS n FROM segment_member m JOIN review r ON r.snapshot_id = m.snapshot_id',
    )!;
    expect(members.n).toBe(db.row<{ n: number }>('SELECT count(*) AS n FROM customer')!.n);
  });
});

describe('a review names customers by initials unless it is the owner\u2019s copy (DEFINITIONS 24)', () => {
  test('no name, e-mail, phone or number of any customer is in the page of others', () => {
    const others = reviewPage(
      readReview(db, makeReview(db, { ownersCopy: false, paper: 'A4' }, TODAY).id).content,
    );
    const stored = db.row<{ content: string }>('SELECT content FROM review')!.content;
    const people = db.rows<{ name: string; email: string | null; phone: string | null }>(
      'SELECT name, email, phone FROM customer',
    );
    expect(people.length).toBeGreaterThan(70);
    for (const { name, email, phone } of people) {
      for (const text of [
        name,
        ...name.split(/[ -]/).filter((word) => word.length > 3),
        email,
        phone,
        phone?.slice(-7),
      ])
        if (text) expect([others.includes(text), stored.includes(text)], text).toEqual([false, false]);
    }
    expect(others).not.toMatch(/tel:|mailto:|\w@\w/);
  });

  test('the owner\u2019s copy has the names and the phones of those to call', () => {
    const { content } = readReview(db, makeReview(db, { ownersCopy: true, paper: 'A4' }, TODAY).id);
    const names = new Set(db.rows<{ name: string }>('SELECT name FROM customer').map(({ name }) => name));
    const listed = [...content.mostValuable, ...content.mostAtRisk, ...content.monday];
    expect(listed.length).toBeGreaterThan(12);
    for (const { name } of listed) expect(names).toContain(name);
    expect(listed.some(({ phone }) => phone !== null)).toBe(true);
    expect(reviewPage(content)).toContain(content.mostValuable[0]!.name);
  });
});

describe('settings', () => {
  test('currency and time zone are open until the first import and fixed after it', () => {
    const empty = aPortfolio();
    updateSettings(empty, { currency: 'CHF', timezone: 'Europe/Zurich', businessName: 'Bäckerei' });
    expect(readSettings(empty)).toMatchObject({ currency: 'CHF', timezone: 'Europe/Zurich' });
    const before = readSettings(db);
    expect(() => updateSettings(db, { currency: 'CHF' })).toThrow(
      /currency is fixed by the first import \(EUR\)/,
    );
    expect(() => updateSettings(db, { businessName: 'X', timezone: 'Asia/Tokyo' })).toThrow(
      /time zone is fixed/,
    );
    expect(readSettings(db)).toEqual(before);
    updateSettings(db, { currency: 'EUR', timezone: 'Europe/Berlin' });
    expect(recentChanges(db).filter(({ sentence }) => sentence.startsWith('Settings'))).toEqual([]);
  });
});

describe('undo and redo of small edits (ARCHITECTURE 8)', () => {
  test('settings, segments and lines, each back and forth again', () => {
    const state = () => ({
      settings: readSettings(db),
      version: readSegments(db).version,
      lines: (readMatrix(db, 'customers') as Matrix).thresholds,
    });
    const states = [state()];
    updateSettings(db, { businessName: 'New name', locale: 'de-DE' });
    states.push(state());
    applySegments(db, { recipe: 'quick-start' });
    states.push(state());
    setLines(db, 'customers', { value: 12_345, growth: 0.25 });
    states.push(state());
    applySegments(db, { recipe: 'value-and-rhythm' });
    states.push(state());
    expect(nextChanges(db)).toEqual({ undo: expect.stringMatching(/^Segments by/), redo: null });
    for (let i = states.length - 2; i >= 0; i--) {
      expect(undo()).toMatchObject({ done: true });
      expect(state()).toEqual(states[i]);
    }
    expect(undo()).toEqual({ done: false, sentence: 'There is nothing to undo.' });
    for (let i = 1; i < states.length; i++) {
      expect(redo()).toMatchObject({ done: true });
      expect(state()).toEqual(states[i]);
    }
    expect(redo()).toEqual({ done: false, sentence: 'There is nothing to redo.' });
  });

  test('a new change ends what could be done again', () => {
    updateSettings(db, { businessName: 'One' });
    undo();
    updateSettings(db, { businessName: 'Two' });
    expect(redo().done).toBe(false);
    expect(nextChanges(db)).toEqual({ undo: expect.stringMatching(/^Settings/), redo: null });
    undo();
    expect(readSettings(db).businessName).toBe('');
    redo();
    expect(readSettings(db).businessName).toBe('Two');
  });

  test('several are done again in the order they were made, however fast they were undone', () => {
    for (const businessName of ['One', 'Two', 'Three']) updateSettings(db, { businessName });
    for (let i = 0; i < 3; i++) undo();
    const names = [1, 2, 3].map(() => {
      redo();
      return readSettings(db).businessName;
    });
    expect(names).toEqual(['One', 'Two', 'Three']);
  });

  test('are done again in the order they were made though the clock was set back between two undos', () => {
    for (const businessName of ['One', 'Two', 'Three']) updateSettings(db, { businessName });
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const clock of ['2025-10-02T12:00', '2025-10-02T11:00', '2025-10-02T13:00']) {
        vi.setSystemTime(new Date(clock));
        undo();
      }
    } finally {
      vi.useRealTimers();
    }
    const names = [1, 2, 3].map(() => {
      redo();
      return readSettings(db).businessName;
    });
    expect(names).toEqual(['One', 'Two', 'Three']);
  });

  test('lines taken back are those of the data again', () => {
    const suggested = (readMatrix(db, 'customers') as Matrix).thresholds;
    setLines(db, 'customers', { value: 1, growth: null });
    expect((readMatrix(db, 'customers') as Matrix).thresholds).toMatchObject({
      value: 1,
      suggestedValue: suggested.suggestedValue,
    });
    setLines(db, 'customers', { value: null, growth: null });
    expect((readMatrix(db, 'customers') as Matrix).thresholds).toEqual(suggested);
  });

  test('segments of an earlier version keep the members they had', () => {
    const first = applySegments(db, { recipe: 'quick-start' });
    applySegments(db, { recipe: 'value-and-rhythm' });
    undo();
    expect(readSegments(db)).toEqual(first);
  });
});

type KeptChange = readonly [kind: string, sentence: string, before: string, after: string];

/** What version 0.1.0 wrote for one change of each kind, in the order it was made. */
const KEPT_BY_0_1_0: readonly KeptChange[] = [
  ['settings', 'Settings: name of the business', '{"businessName":""}', '{"businessName":"New"}'],
  ['segments', 'Segments by "Quick start"', 'null', '1'],
  [
    'matrix',
    'Lines of the customer matrix',
    '{"subject":"customers","lines":{"value":null,"growth":null}}',
    '{"subject":"customers","lines":{"value":5,"growth":0.5}}',
  ],
  [
    'feedback',
    'Feedback of 19 Sept 2025: answered',
    '{"key":"a","mark":null}',
    '{"key":"a","mark":{"state":"answered","day":"2025-09-20","second":36000,"batch":1}}',
  ],
  [
    'products',
    'Bread: no sale',
    '[{"kind":"name","value":"BREAD","role":null,"tax":null}]',
    '[{"kind":"name","value":"BREAD","role":"not-a-sale","tax":70000}]',
  ],
  [
    'calendar',
    'Closed from 2024-12-24 to 2025-01-06',
    '[]',
    '[{"kind":"closed","from":20081,"to":20094,"state":"confirmed"}]',
  ],
];

const keep = (kind: string, sentence: string, before: string, after: string): void => {
  db.execute(
    'INSERT INTO change_log (at, kind, sentence, before, after) VALUES (0, ?, ?, ?, ?)',
    kind,
    sentence,
    before,
    after,
  );
};

describe('what the log keeps is read by its kind, version and shape', () => {
  test('every kind of change that 0.1.0 recorded is undone and done again', () => {
    applySegments(db, { recipe: 'quick-start' });
    db.execute('DELETE FROM change_log');
    for (const entry of KEPT_BY_0_1_0) keep(...entry);
    expect(new Set(KEPT_BY_0_1_0.map(([kind]) => kind))).toEqual(new Set(UNDOABLES.keys()));
    for (const [, sentence] of KEPT_BY_0_1_0.toReversed())
      expect(undo()).toEqual({ done: true, sentence: `Undone: ${sentence}.` });
    expect([readSettings(db).businessName, readSegments(db).version]).toEqual(['', 0]);
    expect(db.rows('SELECT * FROM product_mark')).toEqual([]);
    expect(db.rows('SELECT * FROM calendar_mark')).toEqual([]);
    for (const [, sentence] of KEPT_BY_0_1_0)
      expect(redo()).toEqual({ done: true, sentence: `Done again: ${sentence}.` });
    expect([readSettings(db).businessName, readSegments(db).version]).toEqual(['New', 1]);
    expect((readMatrix(db, 'customers') as Matrix).thresholds).toMatchObject({ value: 5, growth: 0.5 });
    expect(db.rows('SELECT value, role, tax_micro FROM product_mark')).toEqual([
      { value: 'BREAD', role: 'not-a-sale', tax_micro: 70_000 },
    ]);
    expect(db.rows('SELECT * FROM calendar_mark')).toEqual([
      { kind: 'closed', first_day: '2024-12-24', last_day: '2025-01-06', state: 'confirmed' },
    ]);
  });

  test.each([
    ['of a kind that this version does not know', 'colours', '{}', /made by another version of Clientele/],
    ['of a later version of a kind', 'matrix@2', '{}', /made by another version of Clientele/],
    ['that is no JSON', 'matrix', '{"subject":', /cannot be read/],
    ['of another shape', 'matrix', '{"subject":"customers","lines":{"value":"much"}}', /cannot be read/],
    ['with a setting beyond its bounds', 'settings', '{"assumedMargin":7}', /cannot be read/],
  ])('an entry %s is answered with a sentence, and nothing is changed', (_, kind, value, sentence) => {
    const before = readSettings(db);
    keep(kind, 'A change', value, value);
    expect(undo()).toEqual({ done: false, sentence: expect.stringMatching(sentence) });
    expect(readSettings(db)).toEqual(before);
    expect(nextChanges(db)).toEqual({ undo: 'A change', redo: null });
    db.execute('UPDATE change_log SET undone_at = 1');
    expect(redo()).toEqual({ done: false, sentence: expect.stringMatching(sentence) });
    expect(nextChanges(db)).toEqual({ undo: null, redo: 'A change' });
  });
});

describe('no export carries a formula (QUALITY, formula injection)', () => {
  tallyTests('formula in an export');
  const TRIGGERS = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
  ];

  test.each(TRIGGERS)('%j as a name, a key, a product and an order number', async (text) => {
    const shop = aPortfolio();
    await take(
      shop,
      csv(
        aSale({ order: text, customer: text, product: text, amount: '-4.20' }),
        aSale({ order: 'ok', customer: 'C2', amount: '9.00' }),
      ),
      { currency: 'GBP' },
    );
    for (const what of ['customers', 'orders', 'segments'] as const) {
      const cells = asCsv(exportTable(shop, what))
        .replace(/^\ufeff/, '')
        .split('\r\n')
        .flatMap((line) => line.split(',').map((cell) => cell.replace(/^"/, '')));
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?"?$/.test(cell))).toEqual(
        [],
      );
      const sheet = read(tableFile(exportTable(shop, what), 'xlsx'), { cellFormula: true }).Sheets.Clientele!;
      const written = Object.entries(sheet).filter(([place]) => !place.startsWith('!'));
      expect(written.length).toBeGreaterThan(0);
      expect(written.filter(([, cell]) => (cell as CellObject).f !== undefined)).toEqual([]);
    }
  });

  test('numbers are exempt by their type, and other text is left alone', () => {
    expect(['=1', '+1', '-1', '@a', '\ta', '\0a', 'a=1', "O'Neill", ''].map(harmless)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\ta",
      "'\0a",
      'a=1',
      "O'Neill",
      '',
    ]);
  });
});
