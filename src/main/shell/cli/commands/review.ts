import { Problem } from '../../../../shared/model/problem.ts';
import { readReview } from '../../../portfolio/analysis/saved-reviews.ts';
import { makeReview } from '../../../portfolio/reviews/reviews.ts';
import { reviewPage } from '../../../report/page.ts';
import { printToPdf } from '../../../report/pdf.ts';
import { today } from '../../../today.ts';
import { type Command, oneOf, required, UsageError } from '../command.ts';
import { withPortfolio } from '../with-portfolio.ts';
import { writeWhole } from '../write-whole.ts';
import { dayOption } from './analyze.ts';

export const reviewCommand: Command = {
  usage:
    'clientele review --portfolio P --out FILE.pdf|FILE.html [--as-of DAY] [--owners-copy] [--paper A4|Letter] [--form short|long] [--json]',
  positionals: [0, 0],
  options: {
    portfolio: { type: 'string' },
    out: { type: 'string' },
    'as-of': { type: 'string' },
    'owners-copy': { type: 'boolean' },
    paper: { type: 'string' },
    form: { type: 'string' },
  },
  run: async (_, values) => {
    const out = required(values, 'out');
    if (!/\.(pdf|html?)$/i.test(out)) throw new UsageError('--out must end in .pdf or .html.');
    const paper = oneOf(values, 'paper', ['A4', 'Letter']) ?? 'A4';
    const form = oneOf(values, 'form', ['short', 'long']) ?? 'short';
    const asOf = dayOption(values, 'as-of');
    return withPortfolio(values, async (db) => {
      const entry = makeReview(
        db,
        { ownersCopy: values['owners-copy'] === true, paper, form, asOf },
        today(),
      );
      const html = reviewPage(readReview(db, entry.id).content);
      const pages = /\.pdf$/i.test(out) ? (await print(html, out)).pages : write(html, out);
      return {
        json: { id: entry.id, pages, file: out },
        text: `Review ${entry.id} as of ${entry.asOf}: ${pages} pages in ${out}.`,
      };
    });
  },
};

const print = async (html: string, out: string): Promise<{ readonly pages: number }> => {
  try {
    return await printToPdf(html, out);
  } catch (error) {
    throw new Problem((error as Error).message);
  }
};

const write = (html: string, out: string): number => {
  writeWhole(out, html);
  return html.split('<article class="page">').length - 1;
};
