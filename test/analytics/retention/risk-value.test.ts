import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeRiskValue, type RiskValueInputs } from '../../../src/main/analytics/retention/risk-value.ts';
import { RiskClassSchema } from '../../../src/shared/model/risk-value.ts';

const one = (given: Partial<Record<keyof RiskValueInputs, unknown>>) => {
  const inputs = {
    value: 100,
    pNoPurchase: 0.9,
    atRisk: 1,
    gone: 0,
    growthFrom: -0.1,
    purchaseDays: 4,
    daysSinceFirst: 400,
    ...given,
  } as Record<string, number>;
  const { valueLine, modelGrade, ...columns } = inputs;
  return placeRiskValue({
    ...(Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [name, [value]]),
    ) as unknown as RiskValueInputs),
    valueLine: valueLine ?? 100,
    modelGrade: (modelGrade as unknown as 'A') ?? 'A',
  });
};
const classOf = (given: Parameters<typeof one>[0]) => one(given).classOf[0];

describe('risk × value (MODELS 5), in its order', () => {
  test.each([
    ['at the line and not at risk', { atRisk: 0 }, 'high-value/high-engagement'],
    ['at the line and at risk, whatever the chance', { pNoPurchase: 0.1 }, 'high-value/at-risk'],
    ['high, growing and at risk', { growthFrom: 0.3 }, 'high-value/at-risk'],
    ['gone stands nowhere', { gone: 1 }, null],
    ['below the line, clearly growing', { value: 99, growthFrom: 0.01 }, 'growth-potential'],
    ['below the line, growth not known', { value: 99, growthFrom: Number.NaN }, 'low-value'],
    ['young and engaged', { value: 1, daysSinceFirst: 179, pNoPurchase: 0.4, atRisk: 0 }, 'growth-potential'],
    ['young and not engaged', { value: 1, daysSinceFirst: 10 }, 'low-value'],
    ['180 days old and engaged', { value: 1, daysSinceFirst: 180, pNoPurchase: 0.4 }, 'low-value'],
    ['nothing spent where nobody spends', { value: 0, valueLine: 0 }, 'low-value'],
    ['no purchase day', { purchaseDays: 0 }, null],
  ] as const)('%s', (_, given, expected) => expect(classOf(given)).toBe(expected));

  test.each(['C', 'D'])('with grade %s of the model the own rhythm decides, grade C', (modelGrade) => {
    expect(one({ modelGrade, atRisk: 0, purchaseDays: 2 })).toMatchObject({
      classOf: ['high-value/high-engagement'],
      basis: 'rhythm',
      grade: 'C',
      untold: 1,
    });
    expect(classOf({ modelGrade, atRisk: 0, value: 1, daysSinceFirst: 10 })).toBe('growth-potential');
    expect(classOf({ modelGrade, value: 1, daysSinceFirst: 10 })).toBe('low-value');
  });

  test('everyone who bought is in one class, and counts and values add up', () => {
    const customer = fc.tuple(
      fc.integer({ min: -500, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: false }),
      fc.integer({ min: 0, max: 1 }),
      fc.double({ min: -1, max: 1, noNaN: false }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 400 }),
    );
    fc.assert(
      fc.property(
        fc.array(customer, { maxLength: 50 }),
        fc.constantFrom('A', 'B', 'C', 'D'),
        fc.integer({ min: 0, max: 3000 }),
        (customers, modelGrade, valueLine) => {
          const column = (at: number) => customers.map((each) => each[at]!);
          const placed = placeRiskValue({
            value: column(0),
            pNoPurchase: column(1),
            atRisk: column(2),
            gone: customers.map(() => 0),
            growthFrom: column(3),
            purchaseDays: column(4),
            daysSinceFirst: column(5),
            valueLine,
            modelGrade,
          });
          expect(placed.groups.map((group) => group.class)).toEqual(RiskClassSchema.options);
          for (const group of placed.groups) {
            const inside = customers.filter((_, i) => placed.classOf[i] === group.class);
            expect(group.count).toBe(inside.length);
            expect(group.value).toBe(inside.reduce((sum, [value]) => sum + value, 0));
          }
          expect(placed.groups.reduce((sum, { count }) => sum + count, 0)).toBe(
            customers.filter((each) => each[4] > 0).length,
          );
        },
      ),
    );
  });
});
