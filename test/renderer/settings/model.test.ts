import { expect, test } from 'vitest';
import {
  localeChoices,
  localeSample,
  zoneChoices,
  zoneName,
} from '../../../src/renderer/features/settings/model.ts';
import { currencyChoices, currencyName } from '../../../src/renderer/ui/text/currencies.ts';

test('the locale in use can be chosen also where it is an unusual one', () => {
  expect(localeChoices('eu-ES')[0]?.value).toBe('eu-ES');
  const usual = localeChoices('de-AT');
  expect(usual.filter((c) => c.value === 'de-AT')).toHaveLength(1);
});

test('a locale shows what it writes; one that is none shows nothing', () => {
  expect(localeSample('en-GB', 'EUR')).toBe('31 Dec 2025 · €1,234.50');
  expect(localeSample('not a locale', 'EUR')).toBe('');
});

test.each([
  ['Europe/Berlin', 'Berlin (Europe)'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires (America, Argentina)'],
  ['UTC', 'UTC'],
])('%s is %s', (zone, name) => {
  expect(zoneName(zone)).toBe(name);
});

test('zones are sorted by place and hold the one in use', () => {
  const choices = zoneChoices(['Europe/Vienna', 'Europe/Berlin'], 'Asia/Tokyo');
  expect(choices.map((c) => c.value)).toEqual(['Europe/Berlin', 'Asia/Tokyo', 'Europe/Vienna']);
});

test('currencies have names, the usual ones first and none twice', () => {
  const choices = currencyChoices(['ZAR', 'EUR', 'BRL']);
  expect(choices[0]).toEqual({ value: 'EUR', label: 'Euro (EUR)' });
  expect(choices.filter((c) => c.value === 'EUR')).toHaveLength(1);
  expect(choices.slice(-2).map((c) => c.value)).toEqual(['BRL', 'ZAR']);
  expect(currencyName('x')).toBe('x');
});
