import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeSample, sampleLines, streamSample, usualCustomers } from '../../src/main/sample/sample.ts';
import { SAMPLE_KINDS } from '../../src/main/sample/truth.ts';
import { isoDay } from '../../src/shared/model/day.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const small = { customers: 40, seed: 11, until: isoDay('2025-09-30') };

/** Pinned so that a change of the generator is seen: other tests and documents quote figures of the samples. */
const PINNED = {
  bakery: '763227e5358463a6de9f7a7ab6ba365940278077fd75001327b73bcef13b677b',
  wholesale: '781bacaa9acdad6fb31aa4097ddb2ffa64e22dc94ce2e2ae91482ec477b2a5ec',
  webshop: 'e6d081599efaa078b7ad3697d779099a9b5d735fc0bce7ab1cdf3c1153072fc3',
  clinic: 'fccd650e24cb05f2c529131991dc70938c24a0278293c8b731cc532c1e96ba46',
};

describe.each(SAMPLE_KINDS)('%s', (kind) => {
  const sample = makeSample({ kind, ...small });

  test('the same options give the same bytes, here and everywhere', () => {
    expect(sha256(makeSample({ kind, ...small }).csv)).toBe(sha256(sample.csv));
    expect(sha256(sample.csv)).toBe(PINNED[kind]);
  });

  test('another seed, size or day is another business', () => {
    const others = [
      makeSample({ kind, ...small, seed: 12 }),
      makeSample({ kind, ...small, customers: 41 }),
      makeSample({ kind, ...small, until: isoDay('2025-10-01') }),
    ];
    expect(new Set([sample, ...others].map((s) => sha256(s.csv))).size).toBe(4);
  });

  test('the stream is the file, and can be walked through again', () => {
    const lines = sampleLines({ kind, ...small });
    expect([...lines].join('')).toBe(sample.csv);
    expect([...lines].join('')).toBe(sample.csv);
  });

  test('a business of one customer can be made', () => {
    const one = makeSample({ kind, ...small, customers: 1 });
    expect(one.expected.customers).toBe(1);
    expect(one.truth.customers).toHaveLength(1);
  });

  test('has a usual size', () => {
    expect(usualCustomers(kind)).toBeGreaterThan(100);
  });
});

test('a stream tells its truth only when all of it is written', () => {
  const stream = streamSample({ kind: 'clinic', ...small });
  expect(() => stream.result()).toThrow(RangeError);
  let characters = 0;
  for (const line of stream.lines) characters += line.length;
  expect(characters).toBeGreaterThan(10_000);
  expect(stream.result().expected.customers).toBe(40);
});

test.each([0, -1, 1.5, Number.NaN])('%d customers are refused', (customers) => {
  expect(() => makeSample({ kind: 'bakery', ...small, customers })).toThrow(RangeError);
});

test('twenty thousand customers are streamed', () => {
  const stream = streamSample({ kind: 'webshop', ...small, customers: 20_000 });
  let records = -1;
  for (const line of stream.lines) if (line !== '\r\n') records++;
  const { expected, truth } = stream.result();
  expect(records).toBe(expected.records);
  expect(expected.customers).toBe(20_000);
  expect(new Set(truth.customers.map((c) => c.key)).size).toBe(20_000);
  const phones = truth.customers.flatMap((c) => c.phone ?? []);
  expect(new Set(phones).size).toBe(phones.length);
});
