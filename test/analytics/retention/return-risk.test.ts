import { expect, test } from 'vitest';
import { atRiskList } from '../../../src/main/analytics/retention/at-risk.ts';
import { returnRisk } from '../../../src/main/analytics/retention/return-risk.ts';
import { rhythmOf } from '../../../src/main/analytics/retention/rhythm.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { buys, historyOf } from '../builders.ts';

const riskIn = (customers: readonly (readonly number[])[], asOf: number, given?: ArrayLike<number>) => {
  const history = historyOf(
    customers.map((days) => buys(days)),
    asOf,
  );
  const purchases = purchaseSummary(history);
  const rhythm = rhythmOf(history, purchases);
  return { history, purchases, rhythm, risk: returnRisk(history, purchases, rhythm, given) };
};

// Of 40 who began on day 0, 30 came again on day 10 and 10 never did: S(0) = 1, S(10) = 1/4, and nobody came later.
const forty = Array.from({ length: 40 }, (_, i) => (i < 30 ? [0, 10] : [0]));

test('somebody new is lost as often as others were after the first purchase (counted by hand)', () => {
  const { risk } = riskIn([...forty, [400]], 405);
  // silent for 5 days: 10 of the 40 in the same place never came again
  expect(risk.probability[40]).toBeCloseTo(10 / 40, 12);
  expect(risk.horizonDays[40]).toBe(90);
});

test('who bought once and has been silent beyond all second purchases is not expected', () => {
  expect(riskIn(forty, 405).risk.probability[35]).toBe(1);
});

test('fewer than 30 waits give no chance, and no purchase none at all', () => {
  const { risk } = riskIn([...forty.slice(11), [], [400]], 405);
  expect([...risk.probability].every(Number.isNaN)).toBe(true);
  expect(risk.horizonDays[29]).toBeNaN();
});

test('customers at risk have the chance that their list gives them', () => {
  const weekly = Array.from({ length: 12 }, (_, i) => Array.from({ length: 20 }, (_, k) => 7 * k + (i % 3)));
  const { history, purchases, rhythm, risk } = riskIn([...weekly, [0, 7, 14, 21, 28]], 140);
  const list = atRiskList(history, rhythm, purchases.revenue12m).customers;
  expect(list.map(({ index }) => index)).toContain(12);
  for (const { index, probability } of list) expect(risk.probability[index]).toBe(probability ?? Number.NaN);
});

test('a fitted model goes before the waits, which fill in where it says nothing', () => {
  const given = Float64Array.from(forty, (_, i) => (i === 0 ? 0.42 : Number.NaN));
  const { risk } = riskIn(forty, 405, given);
  expect(risk.probability[0]).toBe(0.42);
  expect(risk.probability[35]).toBe(1);
});
