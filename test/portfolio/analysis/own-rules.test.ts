import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { readOwnRules } from '../../../src/main/portfolio/analysis/own-rules.ts';
import { undoChange } from '../../../src/main/portfolio/changes/change-log.ts';
import { listCustomers } from '../../../src/main/portfolio/customers/customers.ts';
import { listSnapshots, readMigration } from '../../../src/main/portfolio/segments/segment-movement.ts';
import {
  applySegments,
  previewSegments,
  readSegments,
} from '../../../src/main/portfolio/segments/segments.ts';
import { UNDOABLES } from '../../../src/main/portfolio/undoables.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Migration } from '../../../src/shared/model/migration.ts';
import type { OwnRules } from '../../../src/shared/model/own-rules.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, copyOf, take } from '../../support/portfolio.ts';

const sample = makeSample({ kind: 'clinic', customers: 150, seed: 5, until: isoDay('2025-09-30') });

let full: Writable;
beforeAll(async () => {
  full = aPortfolio();
  await take(full, sample.csv, {
    currency: sample.truth.currency,
    locale: 'en-GB',
    timezone: 'Europe/Berlin',
  });
});

const RULES: OwnRules = {
  name: 'Mine',
  segments: [
    { name: 'Big', rule: { all: [{ measure: 'revenue', min: 100_000 }] }, whatToDo: 'Call them.' },
    {
      name: 'Often',
      rule: {
        all: [
          { measure: 'purchaseDays', min: 5 },
          { measure: 'overdueRatio', max: 2 },
        ],
      },
    },
    { name: 'Rest', rule: { all: [{ measure: 'purchaseDays', min: 1 }] } },
  ],
};

const mine = { recipe: 'own-rules', rules: RULES };

describe('own rules', () => {
  test('the first that fits wins, as counted by hand', () => {
    const db = copyOf(full);
    const { segments, title, recipe, version } = applySegments(db, mine);
    const { rows } = listCustomers(db, { sort: 'name', direction: 'asc', offset: 0, limit: 1000 });
    const big = rows.filter(({ revenue }) => revenue >= 100_000);
    const often = rows.filter(
      (row) =>
        !big.includes(row) && row.purchaseDays >= 5 && row.overdueRatio !== null && row.overdueRatio < 2,
    );
    expect([title, recipe, version]).toEqual(['Mine', 'own-rules', 1]);
    expect(segments.map(({ name, customers }) => [name, customers])).toEqual([
      ['Big', big.length],
      ['Often', often.length],
      ['Rest', rows.filter(({ purchaseDays }) => purchaseDays > 0).length - big.length - often.length],
    ]);
    expect(big.length).toBeGreaterThan(5);
    expect(segments[0]).toMatchObject({ whatToDo: 'Call them.', definition: RULES.segments[0]!.rule });
    expect(readSegments(db).segments).toEqual(segments);
  });

  test('a preview changes nothing', () => {
    const db = copyOf(full);
    expect(previewSegments(db, mine).segments.map(({ name }) => name)).toEqual(['Big', 'Often', 'Rest']);
    expect(readSegments(db)).toMatchObject({ version: 0, applied: false });
    expect(listSnapshots(db)).toEqual([]);
  });

  test('15 segments need to be meant; 9 are warned of', () => {
    const db = copyOf(full);
    const many = (n: number): OwnRules => ({
      segments: Array.from({ length: n }, (_, i) => ({
        name: `S${i}`,
        rule: { all: [{ measure: 'purchaseDays' as const, min: 2 * (n - i) }] },
      })),
    });
    expect(previewSegments(db, { recipe: 'own-rules', rules: many(9) }).advice[0]?.code).toBe(
      'too-many-segments',
    );
    const fifteen = { recipe: 'own-rules', rules: many(15) };
    expect(() => applySegments(db, fifteen)).toThrow(/^15 segments are more than anyone can look after/);
    expect(readSegments(db).applied).toBe(false);
    expect(applySegments(db, { ...fifteen, many: true }).segments).toHaveLength(15);
  });

  const refused: readonly (readonly [string, unknown, string])[] = [
    ['no JSON', '{', 'rules.json is not JSON'],
    ['no list', {}, 'rules.json: The file: "segments" is missing.'],
    ['no segment', { segments: [] }, 'rules.json: The file: there must be at least one segment.'],
    [
      'an unknown measure',
      { segments: [{ name: 'A', rule: { all: [{ measure: 'spend', min: 1 }] } }] },
      'rules.json: Segment 1 ("A"), condition 1: there is no measure "spend"; there are revenue12m, revenue,',
    ],
    [
      'a bound that is text',
      {
        segments: [
          { name: 'A', rule: { all: [] } },
          { name: 'B', rule: { all: [{ measure: 'revenue', min: '5' }] } },
        ],
      },
      'rules.json: Segment 2 ("B"), condition 1: "min" must be a number.',
    ],
    ['a segment without a name', { segments: [{ rule: { all: [] } }] }, 'Segment 1: "name" is missing.'],
    ['an empty name', { segments: [{ name: ' ', rule: { all: [] } }] }, 'Segment 1: "name" is empty.'],
    [
      'a word nobody knows',
      { segments: [{ name: 'A', rule: { all: [] }, color: 1 }] },
      'Segment 1 ("A"): "color" is not known there.',
    ],
    [
      'a condition without a bound',
      { segments: [{ name: 'A', rule: { all: [{ measure: 'revenue' }] } }] },
      'Segment 1 ("A"), condition 1 on revenue says neither min nor max.',
    ],
    [
      'bounds nobody meets',
      { segments: [{ name: 'A', rule: { all: [{ measure: 'revenue', min: 5, max: 5 }] } }] },
      'Segment 1 ("A"), condition 1: nobody has revenue of at least 5 and below 5.',
    ],
    [
      'one name twice',
      {
        segments: [
          { name: 'A', rule: { all: [{ measure: 'revenue', min: 1 }] } },
          { name: 'a', rule: { all: [] } },
        ],
      },
      'Segment 2 ("a") has the name of segment 1; each needs its own.',
    ],
    [
      'everybody first',
      {
        segments: [
          { name: 'A', rule: { all: [] } },
          { name: 'B', rule: { all: [{ measure: 'revenue', min: 1 }] } },
        ],
      },
      'Segment 1 ("A") has no condition and so takes everybody; put it last or give it one.',
    ],
    [
      'the name of the rest',
      { segments: [{ name: 'Everyone else', rule: { all: [] } }] },
      'has the name of those whom no rule fits',
    ],
    [
      'too long a name',
      { segments: [{ name: 'x'.repeat(61), rule: { all: [] } }] },
      '"name" holds more than 60 characters',
    ],
  ];
  test.each(refused)('a file with %s is refused in one sentence', (_, content, sentence) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(() => readOwnRules(text, 'rules.json')).toThrow(sentence);
  });
});

describe('natural groups', () => {
  test('are kept as they were found: more sales move customers, not groups', async () => {
    const db = copyOf(full);
    const before = applySegments(db, { recipe: 'natural-groups' });
    expect(before.segments.length).toBeGreaterThanOrEqual(2);
    expect(before.advice.map(({ code }) => code)).toContain('natural-groups');
    await take(
      db,
      csv(
        ...Array.from({ length: 40 }, (_, i) =>
          aSale({ order: `n${i}`, date: '2025-10-01', customer: `N${i}`, amount: '9000.00' }),
        ),
      ),
    );
    const after = readSegments(db);
    expect(after.version).toBe(before.version);
    expect(after.segments.map(({ rule, definition }) => [rule, definition])).toEqual(
      before.segments.map(({ rule, definition }) => [rule, definition]),
    );
    const sum = ({ segments }: typeof after) => segments.reduce((n, { customers }) => n + customers, 0);
    expect(sum(after)).toBe(sum(before) + 40);
    const bought = previewSegments(db, { recipe: 'natural-groups' });
    expect(bought).toEqual(previewSegments(db, { recipe: 'natural-groups' }));
  });

  test('where there are none the owner is told to use rules', async () => {
    const db = aPortfolio();
    await take(
      db,
      csv(...Array.from({ length: 20 }, (_, i) => aSale({ order: `o${i}`, customer: `C${i}` }))),
    );
    expect(() => applySegments(db, { recipe: 'natural-groups' })).toThrow(
      'Natural groups need at least 60 customers who bought; there are 20. Use rules.',
    );
    expect(previewSegments(db, { recipe: 'natural-groups' })).toMatchObject({
      segments: [],
      advice: [{ code: 'no-natural-groups' }],
    });
  });
});

describe('movement between segments', () => {
  const migration = (db: Writable, choice?: Parameters<typeof readMigration>[1]) => {
    const found = readMigration(db, choice);
    if ('reason' in found) throw new Error(found.reason);
    return found;
  };
  const balances = ({ segments, moves }: Migration): void => {
    for (const row of segments) {
      expect(row.stayed + row.movedOut + row.leavers).toBe(row.before);
      expect(row.stayed + row.movedIn + row.entrants).toBe(row.after);
      const from = moves.filter((move) => move.from === row.name);
      const to = moves.filter((move) => move.to === row.name);
      const sum = (list: Migration['moves']) => list.reduce((n, { customers }) => n + customers, 0);
      expect([sum(from), sum(to)]).toEqual([row.movedOut + row.leavers, row.movedIn + row.entrants]);
    }
  };

  test('there is none before a later day', () => {
    const db = copyOf(full);
    applySegments(db, mine);
    expect(readMigration(db)).toMatchObject({ grade: 'D', reason: expect.stringContaining('not been kept') });
  });

  test('after an import: who moved, who is new, and after its undo nobody', async () => {
    const db = copyOf(full);
    const [first] = [applySegments(db, mine)];
    const { rows } = listCustomers(db, { sort: 'revenue', direction: 'asc', offset: 0, limit: 3 });
    await take(
      db,
      csv(
        ...['N1', 'N2'].map((customer) => aSale({ order: customer, date: '2025-10-20', customer })),
        ...rows.map(({ key }, i) =>
          aSale({ order: `b${i}`, date: '2025-10-20', customer: key, amount: '5000.00' }),
        ),
      ),
    );
    const moved = migration(db);
    balances(moved);
    expect(moved.from.asOf).toBe(first.asOf);
    expect(moved.rulesChanged).toBe(false);
    expect(moved.segments.reduce((n, { entrants }) => n + entrants, 0)).toBe(
      readSegments(db).segments.reduce((n, { customers }) => n + customers, 0) +
        readSegments(db).everyoneElse.customers -
        listSnapshots(db)[0]!.customers,
    );
    expect(moved.moves.some(({ from, to }) => from === null && to === 'Rest')).toBe(true);
    const nowBig = moved.segments.find(({ name }) => name === 'Big')!;
    expect(nowBig.after).toBe(readSegments(db).segments[0]!.customers);
    undoImport(db, 2);
    expect(readMigration(db)).toMatchObject({ grade: 'D' });
  });

  test('a change of rules is a new version; what was kept stays, and the change is said', async () => {
    const db = copyOf(full);
    applySegments(db, mine);
    const kept = db.rows('SELECT * FROM segment_member ORDER BY snapshot_id, member, kept_id');
    await take(db, csv(aSale({ order: 'z', date: '2025-11-05', customer: 'Z' })));
    const second = applySegments(db, { recipe: 'quick-start' });
    expect(second.version).toBe(2);
    expect(
      db.rows('SELECT * FROM segment_member WHERE snapshot_id = 1 ORDER BY snapshot_id, member, kept_id'),
    ).toEqual(kept);
    const between = migration(db, { from: 1, to: 2 });
    balances(between);
    expect(between).toMatchObject({
      rulesChanged: true,
      from: { version: 1 },
      to: { snapshot: 2, version: 2 },
    });
    expect(between.segments.map(({ name }) => name)).toEqual([
      'Key customers',
      'Active customers',
      'Quiet customers',
      'Big',
      'Often',
      'Rest',
    ]);
    expect(() => readMigration(db, { from: 99 })).toThrow('There is no snapshot 99');
    undoChange(db, UNDOABLES);
    expect(readSegments(db)).toMatchObject({ version: 1, title: 'Mine' });
  });

  test('suggested lines are kept with the version: a rule does not drift as sales come in', async () => {
    const db = copyOf(full);
    const before = applySegments(db, { recipe: 'quick-start' });
    await take(
      db,
      csv(
        ...Array.from({ length: 60 }, (_, i) =>
          aSale({ order: `k${i}`, date: '2025-10-01', customer: `K${i % 6}`, amount: '9000.00' }),
        ),
      ),
    );
    const after = readSegments(db);
    expect(after.segments.map(({ definition }) => definition)).toEqual(
      before.segments.map(({ definition }) => definition),
    );
    expect(after.thresholds[0]!.suggested).not.toBe(before.thresholds[0]!.suggested);
  });
});
