import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Random, seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { facing } from '../faults/tally.ts';
import { aBusiness } from '../import/a-business.ts';
import { table } from '../support/csv.ts';
import { aShop, everythingIn } from '../support/engine.ts';

/** All in all, spread over the procedures; the long form of QUALITY (`npm run faults`) makes 10,000. */
const CALLS = Number(process.env.CLIENTELE_FUZZ_CALLS ?? 1300);
const HOURS = 3 * 60 * 60_000;

/** What a procedure may fail with; anything else is a fault of ours that the owner would see as such. */
const TYPED = ['BAD_INPUT', 'NO_PORTFOLIO', 'BUSY', 'BAD_REQUEST'];

const NASTY: readonly unknown[] = [
  null,
  undefined,
  true,
  '',
  ' ',
  '\0',
  'a\0b',
  '../../etc/passwd',
  "'; DROP TABLE customer; --",
  '%',
  '_',
  '\u202e\ud800',
  'x'.repeat(5000),
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  0,
  -1,
  1,
  2,
  0.5,
  -0,
  1e308,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  {},
  [[]],
  { length: 1e9 },
  '2024-02-30',
  '2024-02-29',
  '9999-12-31',
  '0001-01-01',
  '-271821-04-20',
  'EUR',
  'de-DE',
];

/** A value that mostly fits its schema, so that it comes past the door and into the use case. */
const fitting = (schema: z.ZodType, random: Random): unknown => {
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const odd = random() < 0.25;
  if (odd) return one(NASTY);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return random() < 0.3 ? undefined : fitting(schema.def.innerType as z.ZodType, random);
  if (schema instanceof z.ZodNullable)
    return random() < 0.2 ? null : fitting(schema.def.innerType as z.ZodType, random);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, each]) => [key, fitting(each as z.ZodType, random)]),
    );
  if (schema instanceof z.ZodRecord)
    return {
      [one(['a', 'keyCustomers', '__proto__', '0'])]: fitting(schema.def.valueType as z.ZodType, random),
    };
  if (schema instanceof z.ZodUnion) return fitting(one(schema.def.options) as z.ZodType, random);
  if (schema instanceof z.ZodEnum) return one(schema.options);
  if (schema instanceof z.ZodLiteral) return one([...schema.values]);
  if (schema instanceof z.ZodBoolean) return random() < 0.5;
  if (schema instanceof z.ZodNumber) return one([0, 1, 2, 3, 10, 100, -1, 2 ** 31, 2 ** 40, 2 ** 53 - 1]);
  if (schema instanceof z.ZodString)
    return one([
      'value-and-rhythm',
      'quick-start',
      'Anna',
      'C1',
      'x',
      'GBP',
      'en-GB',
      'Europe/Berlin',
      'dd.MM.yyyy',
      '.',
      'n'.repeat(100),
    ]);
  return one<unknown>([0, 100_000, 2 ** 53 - 1, -5, '2024-02-11', '1970-01-01', '2999-12-31']);
};

type Procedure = { readonly '~orpc': { readonly inputSchema?: z.ZodType; readonly outputSchema: z.ZodType } };

const procedures = Object.entries(contract).flatMap(([area, group]) =>
  Object.entries(group).map(([name, procedure]) => [area, name, procedure as unknown as Procedure] as const),
);

const withInput = procedures.filter(([, , procedure]) => procedure['~orpc'].inputSchema).length;

/** Not called here: the stream that never ends, and work in a thread of its own, which is too slow for hundreds. */
const APART = new Set(['events.watch', 'portfolio.openSample', 'importing.undo']);

describe('whatever is asked, the answer is as the contract says or a typed error, and an error changes nothing (QUALITY)', () => {
  let shop: Awaited<ReturnType<typeof aShop>>;
  beforeAll(async () => {
    const { header, rows } = aBusiness(11, { orderIds: true, customers: 'contact' });
    shop = await aShop(table(header, rows), { locale: 'en-GB', currency: 'GBP' });
  });
  afterAll(() => shop.close());

  test.each(procedures.filter(([area, name]) => !APART.has(`${area}.${name}`)))(
    '%s.%s',
    { timeout: HOURS },
    async (area, name, procedure) => {
      const { inputSchema, outputSchema } = procedure['~orpc'];
      const call = (
        shop.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
      )[area]![name]!;
      const random = seededRandom([...`${area}.${name}`].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7));
      const turns = inputSchema ? Math.ceil(CALLS / withInput) : 3;
      let before = everythingIn(shop.path);
      for (let turn = 0; turn < turns; turn++)
        await facing('contract fuzz', async () => {
          const input = inputSchema ? fitting(inputSchema, random) : undefined;
          const said = `${area}.${name}(${JSON.stringify(input)?.slice(0, 300)})`;
          try {
            const output = await call(input);
            expect(outputSchema.safeParse(output).error, said).toBeUndefined();
            before = everythingIn(shop.path);
          } catch (error) {
            if (!(error instanceof ORPCError))
              throw new Error(`${said} failed with ${error instanceof Error ? error.stack : error}`);
            expect(TYPED, `${said}: ${error.message}`).toContain(error.code);
            expect(everythingIn(shop.path), said).toEqual(before);
          }
          if (area === 'portfolio') await shop.client.portfolio.open({ path: shop.path });
        });
    },
  );

  test('the portfolio is sound after all of it', async () => {
    const db = openPortfolio(shop.path, { readonly: true });
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
    db.close();
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });
});
