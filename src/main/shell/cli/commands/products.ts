import { formats } from '../../../../shared/format.ts';
import type { MarkedProduct, ProductRole } from '../../../../shared/model/product-mark.ts';
import { readSettings } from '../../../database/settings.ts';
import { markProducts, productNamed, readProductMarks } from '../../../portfolio/products/product-marks.ts';
import { type Command, texts, UsageError, type Values } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';

const OPTIONS: Readonly<Record<string, ProductRole | null>> = {
  'not-a-sale': 'not-a-sale',
  'a-sale': 'article',
  charge: 'charge',
  renewing: 'renewing',
  'by-name': null,
};

export const productsCommand: Command = {
  usage: `clientele products --portfolio P [--not-a-sale CODE]… [--a-sale CODE]… [--charge CODE]… [--renewing CODE]… [--by-name CODE]… [--json]

--not-a-sale  the product counts in no figure; its lines stay
--a-sale      it is an article
--charge      it is revenue but no article, such as postage
--renewing    it renews by itself: whoever buys it has a contract, told apart from the other customers
--by-name     takes back what was said of it: its name decides again
CODE is a product's code, or the name of one without a code. Each option may be given several times.`,
  positionals: [0, 0],
  options: {
    portfolio: { type: 'string' },
    ...Object.fromEntries(
      Object.keys(OPTIONS).map((name) => [name, { type: 'string' as const, multiple: true }]),
    ),
  },
  run: async (_, values) => {
    const wanted = wishes(values);
    return withPortfolio(values, (db) => {
      const marks = wanted.map(({ code, role }) => ({ id: productNamed(db, code), role }));
      for (const role of new Set(marks.map((mark) => mark.role)))
        markProducts(
          db,
          marks.filter((mark) => mark.role === role).map(({ id }) => id),
          role,
        );
      const found = readProductMarks(db);
      const { locale, currency } = readSettings(db);
      const say = formats(locale, currency ?? 'EUR');
      const money = (minor: number) => ({ minor, currency: currency ?? 'EUR' });
      const entry = <T extends MarkedProduct>({ id: _id, amount, revenueOtherwise, ...rest }: T) => ({
        ...rest,
        amount: money(amount),
        revenueOtherwise: money(revenueOtherwise),
      });
      const line = ({ code, name, lines, amount }: MarkedProduct): string =>
        `  ${code}${name === code ? '' : ` ${name}`}: ${say.counted(lines, 'line')}, ${say.money(amount)}`;
      const list = (title: string, products: readonly MarkedProduct[]): string[] =>
        products.length === 0 ? [] : [title, ...products.map(line)];
      return {
        json: {
          revenue: money(found.revenue),
          notASale: found.notASale.map(entry),
          renewing: found.renewing.map(entry),
          charges: found.charges.map(entry),
          candidates: found.candidates.map(entry),
        },
        text: [
          `Revenue is ${say.money(found.revenue)}.${found.sentence === null ? '' : ` ${found.sentence}`}`,
          ...list('No sale:', found.notASale),
          ...list('Renewing contracts:', found.renewing),
          ...list('Charges, which are revenue but no articles:', found.charges),
          ...(found.candidates.length > 0
            ? [
                `Might be no sale. ${found.candidatesSentence ?? ''}`,
                ...found.candidates.map((candidate) => `${line(candidate)}. ${candidate.reason}`),
              ]
            : []),
        ].join('\n'),
      };
    });
  },
};

const wishes = (values: Values): { code: string; role: ProductRole | null }[] => {
  const wanted = Object.entries(OPTIONS).flatMap(([option, role]) =>
    texts(values, option).map((code) => ({ code, role })),
  );
  const twice = wanted.find(({ code }, at) => wanted.findIndex((other) => other.code === code) !== at);
  if (twice) throw new UsageError(`"${twice.code}" is given two roles; give it one.`);
  return wanted;
};
