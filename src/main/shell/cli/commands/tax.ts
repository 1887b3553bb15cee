import { readSettings } from '../../../database/settings.ts';
import { taxSentence, taxState } from '../../../portfolio/analysis/tax.ts';
import { productNamed, taxedProducts, taxProducts } from '../../../portfolio/products/product-marks.ts';
import { updateSettings } from '../../../portfolio/settings/info.ts';
import { type Command, oneOf, text, texts, UsageError, type Values } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';

const ANSWERS = { yes: 'included', no: 'excluded', unknown: 'unknown' } as const;

/** "19" as 0.19. */
export const percent = (option: string, written: string): number => {
  const rate = Number(written);
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(written) || rate > 100)
    throw new UsageError(`--${option} is a percentage of the price without tax, such as 19 or 7.7.`);
  return Math.round(rate * 10_000) / 1_000_000;
};

/** What --prices-include-tax and --tax-rate say. */
export const taxAnswer = (values: Values) => {
  const answer = oneOf(values, 'prices-include-tax', ['yes', 'no', 'unknown']);
  const rate = text(values, 'tax-rate');
  return {
    ...(answer === undefined ? {} : { pricesIncludeTax: ANSWERS[answer] }),
    ...(rate === undefined ? {} : { taxRate: percent('tax-rate', rate) }),
  };
};

export const taxCommand: Command = {
  usage: `clientele tax --portfolio P [--prices-include-tax yes|no|unknown] [--tax-rate 19] [--product CODE=7]… [--json]

Revenue is without tax: where prices include it, it is taken off at the rate, unless a file told it in a column of its own.
--product CODE=usual takes a product's own rate back.`,
  positionals: [0, 0],
  options: {
    portfolio: { type: 'string' },
    'prices-include-tax': { type: 'string' },
    'tax-rate': { type: 'string' },
    product: { type: 'string', multiple: true },
  },
  run: async (_, values) => {
    const answer = taxAnswer(values);
    const wanted = texts(values, 'product').map((written) => {
      const [, code = '', rate = ''] = /^(.+)=([^=]+)$/.exec(written) ?? [];
      if (code === '') throw new UsageError(`--product ${written} is no rate; write CODE=7.`);
      return { code, rate: rate === 'usual' ? null : percent('product', rate) };
    });
    return withPortfolio(values, (db) => {
      const own = wanted.map(({ code, rate }) => ({ id: productNamed(db, code), rate }));
      updateSettings(db, answer);
      for (const { id, rate } of own) taxProducts(db, [id], rate);
      const settings = readSettings(db);
      const state = taxState(db, settings);
      const products = taxedProducts(db);
      return {
        json: {
          state,
          pricesIncludeTax: settings.pricesIncludeTax,
          rate: settings.taxRate,
          products: products.map(({ code, name, taxRate }) => ({ code, name, rate: taxRate })),
        },
        text: [
          taxSentence(state, settings) ??
            'Revenue is without tax: the files tell it, or prices do not include it.',
          ...products.map(
            ({ code, name, taxRate }) => `  ${code} ${name}: ${Math.round((taxRate ?? 0) * 1e6) / 1e4} %`,
          ),
        ].join('\n'),
      };
    });
  },
};
