import { describe, expect, test } from 'vitest';
import { FICTION_NUMBERS, fictionEmail, fictionPhone } from '../../src/main/sample/names.ts';
import { makeSample } from '../../src/main/sample/sample.ts';
import { SAMPLE_KINDS } from '../../src/main/sample/truth.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { readSales } from './sales.ts';

/** Bundesnetzagentur, notice 148/2021: numbers for films and books which nobody is given. */
const RESERVED =
  /^\+49 (30 23125|69 90009|40 66969|221 4710|89 99998)\d{3}$|^\+49 (171 39200|176 040690)\d{2}$/;

describe.each(SAMPLE_KINDS)('%s', (kind) => {
  const sample = makeSample({ kind, customers: 300, seed: 9, until: isoDay('2025-06-15') });
  const { sales } = readSales(sample);

  test('every address is at a domain reserved by RFC 2606, every number is reserved for fiction', () => {
    const emails = new Set(sales.map((s) => s.email));
    const phones = new Set(sales.map((s) => s.phone));
    emails.delete('');
    phones.delete('');
    expect(emails.size).toBeGreaterThan(150);
    expect(phones.size).toBeGreaterThan(60);
    expect([...emails].filter((e) => !/^[a-z0-9.]+@example\.(com|org)$/.test(e))).toEqual([]);
    expect([...phones].filter((p) => !RESERVED.test(p))).toEqual([]);
  });

  test('no two customers share a number, an address or a phone, and each keeps its own', () => {
    const people = [...Map.groupBy(sales, (s) => s.customer)].filter(([key]) => key !== '');
    for (const [key, own] of people) {
      expect(new Set(own.map((s) => [s.name, s.email, s.phone].join('|'))).size, key).toBe(1);
    }
    const emails = people.flatMap(([, own]) => own[0]?.email || []);
    const phones = people.flatMap(([, own]) => own[0]?.phone || []);
    expect(new Set(emails).size).toBe(emails.length);
    expect(new Set(phones).size).toBe(phones.length);
  });

  test('sales without a customer carry no contact either', () => {
    const nameless = sales.filter((s) => s.customer === '');
    expect(nameless.filter((s) => s.name + s.email + s.phone !== '')).toEqual([]);
    expect(nameless.length > 0).toBe(kind === 'bakery');
  });
});

test('numbers for fiction are given out once each, then no more', () => {
  const numbers = Array.from({ length: FICTION_NUMBERS }, (_, n) => fictionPhone(n) ?? '');
  expect(new Set(numbers).size).toBe(FICTION_NUMBERS);
  expect(numbers.filter((n) => !RESERVED.test(n))).toEqual([]);
  expect(fictionPhone(FICTION_NUMBERS)).toBeNull();
});

test('addresses are plain letters', () => {
  expect(fictionEmail("Käthe O'Dunne", 'L-1007', 'example.com')).toBe('kaethe.odunne.l1007@example.com');
  expect(fictionEmail('Café Weiße Möwe, Mühlental', 'A-1', 'example.org')).toBe(
    'cafe.weisse.moewe.muehlental.a1@example.org',
  );
});
