import { expect, test } from 'vitest';
import { makeSample } from '../../src/main/sample/sample.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { cli } from '../support/cli.ts';
import { aShop } from '../support/engine.ts';

const sample = makeSample({ kind: 'clinic', customers: 80, seed: 9, until: isoDay('2025-09-30') });

/** What the terminal says of the same portfolio. */
const terminal = async <T>(command: string, path: string): Promise<T> => {
  const ran = await cli(command, '--portfolio', path, '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out) as T;
};

test('the screen and the terminal give the same answers and the same actions', async () => {
  const { client, path, close } = await aShop(sample.csv, {
    currency: sample.truth.currency,
    locale: 'en-GB',
  });
  const { questions } = await client.questions.read({});
  expect(await terminal('questions', path)).toEqual({ questions });

  const { rows, total } = await client.actions.list({ limit: 1000 });
  expect(rows.length).toBe(total);
  expect(total).toBeGreaterThan(5);
  expect(await terminal('actions', path)).toEqual({
    actions: rows.map(
      ({ customer, name, phone, action, reason, expectedValue, effectKnown, contactable }) => ({
        customer,
        name,
        phone,
        action,
        reason,
        expectedValue: { minor: expectedValue, currency: sample.truth.currency },
        effectKnown,
        contactable,
      }),
    ),
  });

  const file = await client.actions.export({ format: 'csv', everyone: true });
  expect([file.name, file.rows, file.leftOut]).toEqual(['actions.csv', total, 0]);
  const lines = Buffer.from(file.base64, 'base64').toString('utf8').trimEnd().split('\r\n');
  expect(lines.length).toBe(total + 1);
  expect(lines[1]).toContain(rows[0]!.name);

  // the names for Monday are the first who have gone quiet or are late
  const overview = await client.overview.read();
  if ('reason' in overview) throw new Error(overview.reason);
  expect(overview.monday.map(({ customer }) => customer.id)).toEqual(
    rows
      .filter(({ kind }) => kind === 'keep' || kind === 'remind')
      .slice(0, 5)
      .map(({ customer }) => customer),
  );
  close();
});
