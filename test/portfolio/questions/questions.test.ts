import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import { keyFigures } from '../../../src/main/portfolio/analysis/figures.ts';
import { listeningIn } from '../../../src/main/portfolio/listening/listening.ts';
import { readProducts } from '../../../src/main/portfolio/products/products.ts';
import { readQuestions } from '../../../src/main/portfolio/questions/questions.ts';
import { acquisitionIn } from '../../../src/main/portfolio/value/acquisition.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { metrics } from '../../../src/shared/metrics/index.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Question } from '../../../src/shared/model/question.ts';
import { QuestionsSchema } from '../../../src/shared/model/question.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';
import { notFinite } from '../../support/walk.ts';
import { aKnownBusiness, dayOf, FIRST, say } from '../a-known-business.ts';

const ask = (db: Writable): readonly Question[] => readQuestions(db).questions;
const question = (db: Writable, n: number): Question => ask(db)[n - 1]!;
const fact = (db: Writable, n: number, metric: string) =>
  question(db, n).facts.find((each) => each.metric === metric)?.result;

/** What holds for every answer, whatever the data. */
const sound = (questions: readonly Question[]): void => {
  QuestionsSchema.shape.questions.parse(questions);
  expect(notFinite(questions)).toEqual([]);
  expect(questions.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  for (const { n, answer, facts, list, cannotKnow, next } of questions) {
    for (const sentence of [answer, ...list.map(({ why }) => why), ...cannotKnow, ...next])
      expect([n, sentence]).toEqual([n, expect.stringMatching(/^\S.*[.?]$/)]);
    for (const { metric, result } of facts) {
      expect(Object.keys(metrics)).toContain(metric);
      expect([metric, result.value, result.grade]).not.toContain(null);
      expect(result.grade).not.toBe('D');
    }
    expect(next.length + cannotKnow.length, `question ${n}`).toBeGreaterThan(0);
  }
};

describe.each(['bakery', 'wholesale', 'webshop', 'clinic'] as const)('a %s with sales alone', (kind) => {
  let db: Writable;
  const sample = makeSample({ kind, customers: 90, seed: 5, until: isoDay('2025-09-30') });
  beforeAll(async () => {
    db = aPortfolio();
    await take(db, sample.csv, { currency: sample.truth.currency, locale: 'en-GB' });
  });

  test('gets twelve answers in whole sentences, with figures that there are', () => sound(ask(db)));

  test('agrees with the overview, and the list of products', () => {
    const figures = keyFigures(db, analysisOf(db)!);
    for (const { facts } of ask(db))
      for (const { metric, result } of facts) {
        const shown = figures.find((each) => each.metric === metric);
        if (shown && result.n === shown.n) expect([metric, result.value]).toEqual([metric, shown.value]);
      }
    const products = readProducts(db);
    if (!('popular' in products) || !('rows' in products.popular)) throw new Error('no products');
    expect(question(db, 9).list.map(({ name }) => name)).toEqual(
      products.popular.rows.slice(0, 10).map(({ product }) => product),
    );
  });

  test('says what sales cannot tell, and what to import', () => {
    expect(question(db, 6).answer).toMatch(/^Sales alone cannot answer this/);
    expect(question(db, 7).cannotKnow.join(' ')).toMatch(/acquisition spend is missing/);
    expect(question(db, 8).cannotKnow.join(' ')).toMatch(/unit costs and costs to serve are missing/);
    expect(question(db, 11).cannotKnow.join(' ')).toMatch(/no survey/);
  });
});

test('the figures of one business, counted from its rows', async () => {
  const db = await aKnownBusiness();
  sound(ask(db));
  // Gone bought for £90 every 20 days, on days 640 to 800 of the last 12 months: 9 × £90
  expect(question(db, 1).list[0]).toMatchObject({
    name: 'Gone',
    why: expect.stringMatching(/^£810 in 12 months/),
  });
  expect(
    question(db, 4)
      .list.map(({ name }) => name)
      .sort(),
  ).toEqual(['Faded', 'Gone']);
  expect(fact(db, 4, 'revenueAtRisk')?.value).toBe(81_000 + 14_000);
  expect(fact(db, 7, 'newCustomers')?.value).toBe(2);
  expect(question(db, 7).answer).toMatch(/^2 customers bought for the first time .* they brought £800/);
  expect(fact(db, 11, 'returnShare')?.value).toBe(0);
  expect(JSON.stringify(ask(db))).not.toContain('Objector');
});

describe('each further kind of data opens more', () => {
  let db: Writable;
  beforeAll(async () => {
    db = await aKnownBusiness();
    await say(
      db,
      'customers',
      ['Customer ID', 'Customer', 'Industry', 'Acquired through'],
      [
        ['C15', 'Once', '', 'Fair'],
        ['C16', 'Fresh', '', 'Search ads'],
        ...Array.from({ length: 12 }, (_, i) => [
          `C${i + 1}`,
          `Regular ${i + 1}`,
          i < 9 ? 'Café' : 'Hotel',
          '',
        ]),
        ['P1', 'A prospect', 'Hotel', ''],
      ],
    );
    await say(
      db,
      'products',
      ['Product', 'Unit cost'],
      [
        ['Bread', '4.00'],
        ['Wedding cake', '40.00'],
      ],
    );
    await say(
      db,
      'acquisition',
      ['Month', 'Channel', 'Amount spent'],
      [
        [dayOf(700).slice(0, 7), 'Fair', '120.00'],
        [dayOf(800).slice(0, 7), 'Search ads', '80.00'],
        [FIRST.slice(0, 7), 'Search ads', '999.00'],
      ],
    );
    const sent = dayOf(900);
    await say(
      db,
      'campaigns',
      ['Campaign', 'Campaign date', 'Target segment', 'Campaign cost', 'Customer ID', 'Answered'],
      [
        ['Autumn', sent, 'Regulars', '25.00', 'C1', 'yes'],
        ['Autumn', sent, 'Regulars', '25.00', 'C2', 'no'],
        ['Autumn', sent, 'Regulars', '25.00', 'C13', 'no'],
        ['Autumn', sent, 'Regulars', '25.00', 'C15', 'no'],
      ],
    );
    await say(
      db,
      'feedback',
      ['Date', 'Customer ID', 'Recommend', 'Satisfaction', 'Quality', 'Delivery', 'Answered on'],
      Array.from({ length: 10 }, (_, i) => [
        dayOf(950),
        `C${i + 1}`,
        i < 6 ? '9' : i < 8 ? '7' : '2',
        i < 6 ? '5' : '2',
        '5',
        '2',
        i < 8 ? dayOf(951) : '',
      ]),
    );
  });

  test('all of it in whole sentences', () => sound(ask(db)));

  test('campaigns: who was reached, answered, bought, and was not meant', () => {
    const { answer } = question(db, 6);
    expect(answer).toContain('Autumn: 4 customers reached, 1 of 4 answered (25%)');
    // C1 and C2 buy every 20 days, C13 and C15 never again
    expect(fact(db, 6, 'boughtAfter')).toMatchObject({ value: 0.5, n: 4, level: 0.95 });
    expect(fact(db, 6, 'outsideTarget')?.value).toBe(0.5);
    // Wilson (1927) for 1 of 4, computed from its formula with z = 1.96
    expect(fact(db, 6, 'campaignAnswers')?.lo).toBeCloseTo(0.0456, 3);
    expect(fact(db, 6, 'campaignAnswers')?.hi).toBeCloseTo(0.6994, 3);
  });

  test('acquisition: what each new customer cost, by source, as analyze has it', () => {
    const found = acquisitionIn(db, analysisOf(db)!);
    if (!('all' in found)) throw new Error(found.reason);
    // £1,199 from the first month to the 27th; C1 to C12, Gone, Faded and Once first bought in it
    expect(fact(db, 7, 'cac')?.value).toBe(Math.round(found.all.cac!));
    expect([found.all.spend, found.all.newCustomers]).toEqual([119_900, 15]);
    const sources = question(db, 7).list.slice(0, found.bySource.length);
    expect(sources.map(({ name }) => name)).toEqual(found.bySource.map(({ name }) => name));
    expect(sources[0]).toMatchObject({
      name: 'Fair',
      why: expect.stringMatching(/^£120 spent, 1 new customer/),
    });
  });

  test('costs: what the goods leave', () => {
    // nobody in this business is served at a cost of its own; Bread costs 4 of 10; a cake 40 of 90 or of 400
    const lines = db.row<{ bread: number; cake: number; revenue: number }>(
      `SELECT sum(p.name = 'Bread') AS bread, sum(p.name <> 'Bread') AS cake, sum(l.amount_minor) AS revenue
       FROM order_line l JOIN product p ON p.id = l.product_id`,
    )!;
    expect(fact(db, 8, 'contributionShare')?.value).toBeCloseTo(
      1 - (lines.bread * 400 + lines.cake * 4000) / lines.revenue,
      12,
    );
  });

  test('feedback: the score, what is rated worst, who waits', () => {
    // 6 promoters, 2 passives, 2 detractors
    expect(fact(db, 11, 'nps')).toMatchObject({ value: 40, n: 10 });
    expect(fact(db, 11, 'csat')?.value).toBe(0.6);
    const heard = listeningIn(db, analysisOf(db)!);
    if (!('nps' in heard)) throw new Error(heard.reason);
    expect(heard).toMatchObject({ nps: fact(db, 11, 'nps'), csat: fact(db, 11, 'csat') });
    expect(heard.responseClock).toMatchObject({ ...fact(db, 11, 'answeredInTime') });
    expect(question(db, 11).answer).toContain('The lowest marks go to Delivery: 2 of 5.');
    expect(question(db, 11).next[0]).toBe('Answer the 2 messages that have waited for more than two days.');
  });

  test('customers: industry by segment, sources, prospects', () => {
    const regulars = question(db, 2).list.find(({ name }) => name === 'Regulars')!;
    expect(regulars.why).toContain('mostly Café (9 of 11)');
    expect(regulars.why).toContain('net promoter score 40 from 10 answers');
    expect(question(db, 10).answer).toContain('1 prospect you know of has not bought yet.');
    expect(question(db, 3).next.join(' ')).toContain('Begin with the 1 prospect you know already');
  });
});

describe('where hardly any sale carries a customer', () => {
  test('questions are answered on days, hours and products', async () => {
    const db = aPortfolio();
    const rows = Array.from({ length: 420 }, (_, i) =>
      aSale({
        order: `${i}`,
        customer: '',
        date: dayOf(i),
        product: i % 7 === 0 ? 'Cake' : 'Bread',
        amount: i % 7 === 0 ? '30.00' : '4.00',
      }),
    );
    await take(db, csv(...rows), { currency: 'EUR', locale: 'en-GB' });
    const questions = ask(db);
    sound(questions);
    // the first day is a Monday, and cake is sold on Mondays only
    expect(questions[0]!.answer).toContain('Most comes in on Monday: €1,800.');
    expect(questions[8]!.list.map(({ name }) => name)).toEqual(['Cake', 'Bread']);
    expect(questions[4]!.answer).toContain('It begins with knowing who buys.');
    for (const { list } of questions) expect(list.every(({ customer }) => customer === null)).toBe(true);
  });

  test('an empty portfolio is told what to import', () => {
    const questions = ask(aPortfolio());
    sound(questions);
    expect(new Set(questions.map(({ answer }) => answer))).toEqual(
      new Set(['There are no sales in this portfolio yet.']),
    );
    expect(readQuestions(aPortfolio()).asOf).toBeNull();
  });
});
