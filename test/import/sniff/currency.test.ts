import { describe, expect, test } from 'vitest';
import { currencyNamed } from '../../../src/main/import/values/currency.ts';
import type { ImportOptions } from '../../../src/shared/model/importing.ts';
import { cli } from '../../support/cli.ts';
import { aFile, aFolder } from '../../support/folder.ts';
import { aPortfolio, planned } from '../../support/portfolio.ts';

/** What the file is taken to be in, or which currencies are offered. */
const currencyOf = (rows: readonly string[], options: ImportOptions = {}): unknown => {
  const { plan, questions } = planned(aPortfolio(), `${rows.join('\n')}\n`, options);
  return questions.find(({ id }) => id === 'currency')?.choices.map(({ value }) => value) ?? plan?.currency;
};

const sales = (header: string, ...cells: readonly string[]): string[] => [
  `Order;Date;Customer;${header}`,
  ...cells.map((cell, i) => `${i + 1};2026-03-${10 + i};Ann Abel;${cell}`),
];

describe('the currency of a file', () => {
  test.each<[string, readonly string[], string]>([
    ['a sign beside the amounts', sales('Amount', '12.00 €', '7.00 €'), 'EUR'],
    ['a sign in the heading', sales('Amount (£)', '12.00', '7.00'), 'GBP'],
    ['a word in the heading', sales('Amount in euros', '12.00', '7.00'), 'EUR'],
    ['a dollar that says its country', sales('Amount', 'NT$ 12.00', 'NT$ 7.00'), 'TWD'],
    ['yen by their own character', sales('Amount', '1200円', '700円'), 'JPY'],
    ['a column of codes under any heading', sales('Amount;Unit', '12.00;CHF', '7.00;CHF'), 'CHF'],
    ['a column of names', sales('Amount;Currency', '12.00;Swedish Krona', '7.00;Swedish Krona'), 'SEK'],
    [
      'the country of the customers, with a sign',
      sales('Amount;Country', '$12.00;Canada', '$7.00;CA'),
      'CAD',
    ],
    ['the country in another language', sales('Amount;Land', '12,00 kr;Norge', '7,00 kr;Norge'), 'NOK'],
    ['postcodes of one country', sales('Amount;Postcode', '12.00;SW1A 1AA', '7.00;M1 1AE'), 'GBP'],
    ['states', sales('Amount;City;State', '$12.00;Austin;TX', '$7.00;Reno;NV'), 'USD'],
    [
      'the time zone of a clock',
      sales('Amount;Time zone', '$12.00;Australia/Perth', '$7.00;Australia/Perth'),
      'AUD',
    ],
  ])('is told by %s', (_, rows, currency) => {
    expect(currencyOf(rows)).toBe(currency);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['nothing', sales('Amount', '12.00', '7.00'), ['EUR', 'USD', 'GBP']],
    ['kroner', sales('Amount', '12,00 kr', '7,00 kr'), ['SEK', 'NOK', 'DKK', 'ISK']],
    ['kroner in the heading', sales('Beløb (kr.)', '12,00', '7,00'), ['SEK', 'NOK', 'DKK', 'ISK']],
    ['yen or yuan', sales('Amount', '¥1200', '¥700'), ['JPY', 'CNY']],
    ['dollars', sales('Amount', '$12.00', '$7.00'), ['USD', 'CAD', 'AUD']],
    [
      'dollars, to British customers',
      sales('Amount;Country', '$12.00;UK', '$7.00;UK'),
      ['USD', 'CAD', 'AUD'],
    ],
    ['words that happen to be codes', sales('TOTAL ALL', '12.00', '7.00'), ['EUR', 'USD', 'GBP']],
    ['letters within a word', sales('Amount FORM', '12.00', '7.00'), ['EUR', 'USD', 'GBP']],
  ])('is asked where the file has %s', (_, rows, choices) => {
    expect(currencyOf(rows)).toEqual(expect.arrayContaining([...choices]));
  });

  test('is that of a locale somebody has named, of an option before all, and of the portfolio', () => {
    expect(currencyOf(sales('Amount', '12.00'), { locale: 'pl-PL' })).toBe('PLN');
    expect(currencyOf(sales('Amount', '12.00 kr'), { locale: 'sv-SE' })).toBe('SEK');
    expect(currencyOf(sales('Amount', '12.00 kr'), { currency: 'DKK', locale: 'sv-SE' })).toBe('DKK');
  });

  test('is no matter where a file has no money', () => {
    expect(planned(aPortfolio(), 'Name,Email\nAnn,ann@example.com\nBob,bob@example.com\n').questions).toEqual(
      [],
    );
  });

  test.each([
    ['usd', 'USD'],
    ['Euro', 'EUR'],
    ['US-Dollar', 'USD'],
    ['£', 'GBP'],
    ['kr', null],
    ['points', null],
  ])('a cell "%s" of a column of currencies says %s', (cell, currency) => {
    expect(currencyNamed(cell)).toBe(currency);
  });

  test('the command line stops with the column and the way out, and takes lines by the name of their currency', async () => {
    const portfolio = `${aFolder()}/p.clientele`;
    const open = await cli(
      'import',
      aFile(`${sales('Amount', '12.00').join('\n')}\n`),
      '--portfolio',
      portfolio,
    );
    expect(open.code).toBe(1);
    expect(open.err).toMatch(/column "Amount": Nothing in the file says which currency.* Say --currency/);
    const named = sales('Amount;Currency', '12.00;Euro', '7.00;Euro', '9.00;US Dollar');
    const ran = await cli('import', aFile(`${named.join('\n')}\n`), '--portfolio', portfolio, '--json');
    expect(JSON.parse(ran.out)).toMatchObject({
      revenue: { minor: 1900, currency: 'EUR' },
      issues: { byCode: { 'currency-without-rate': 1 } },
      rows: { imported: 2, leftOut: 1 },
    });
  });
});
