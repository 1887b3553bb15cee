import type { BackTestView, YearOnYearView } from '../../shared/model/retention.ts';
import type { ReviewContent } from '../../shared/model/review.ts';
import type { Band } from './band.ts';
import type { Formats } from './format.ts';
import { section } from './furniture.ts';
import { html } from './html.ts';
import { linesFor } from './measure.ts';
import { TITLE, TYPE } from './sheet.ts';

const HEAD = 15;
const ROW = 13.5;
const MOST_LINES = 12;

const titled = (title: string, width: number): number =>
  TITLE + (linesFor(title, TYPE.title, width, 2, 'bold') - 1) * TYPE.titleLine;

/** Two windows side by side: what became of customers, and the parts of the change. Height in pt. */
export const yearsBand = (
  years: ReviewContent['yearOnYear'],
  width: number,
  formats: Formats,
): Band | null => {
  if (years === null || 'reason' in years) return null;
  const note = noteOf(years, formats);
  const lines = linesFor(note, TYPE.small, width, MOST_LINES);
  return {
    markup: section(
      'list',
      years.finding,
      null,
      html`<p class="remark"><span class="lines-${lines}">${note}</span></p>
    <table class="grid lined years">
      <thead><tr><th scope="col">Known customers</th><th scope="col" class="n">How many</th><th scope="col" class="n">Earlier</th><th scope="col" class="n">Later</th></tr></thead>
      <tbody>${years.classes.map(({ title, customers, before, after }) => html`<tr><th scope="row">${title}</th><td class="n">${formats.count(customers)}</td><td class="n">${formats.moneyRounded(before)}</td><td class="n">${formats.moneyRounded(after)}</td></tr>`)}
      <tr><th scope="row"><b>All known customers</b></th><td class="n"></td><td class="n"><b>${formats.moneyRounded(years.before.revenue)}</b></td><td class="n"><b>${formats.moneyRounded(years.after.revenue)}</b></td></tr></tbody>
    </table>`,
    ),
    height:
      titled(years.finding, width) + lines * TYPE.smallLine + 3 + HEAD + ROW * (years.classes.length + 1),
  };
};

/** "1 Oct … against …: year on year. Of the change of +€ 4k more or fewer customers made …" */
const noteOf = ({ p1, p2, label, before, after, steps }: YearOnYearView, formats: Formats): string => {
  const span = (p: YearOnYearView['p1']): string => `${formats.day(p.from)} to ${formats.day(p.to)}`;
  const signed = (amount: number): string => `${amount > 0 ? '+' : ''}${formats.moneyRounded(amount)}`;
  const parts = steps.map(({ title, amount }) => `${title.toLowerCase()} ${signed(amount)}`).join(', ');
  return `${span(p1)} against ${span(p2)}: ${label}. The change of ${signed(after.revenue - before.revenue)} in parts that add up: ${parts}.`;
};

/** The forecast of then against what came, and for whom it was wrong. Height in pt. */
export const backTestBand = (
  test: ReviewContent['backTest'],
  width: number,
  formats: Formats,
): Band | null => {
  if (test === null || 'reason' in test) return null;
  const rows = test.asked.flatMap((asked) => [
    row(`${asked.ago}: money to ${formats.day(asked.window.to)}`, asked.money, formats.moneyRounded),
    row(`${asked.ago}: purchases`, asked.purchases, (n) => formats.count(Math.round(n))),
  ]);
  const fails = test.asked.flatMap(({ ago, fails: said }) => said.map((each) => `Asked ${ago}: ${each}`));
  const note =
    fails.length > 0
      ? `Wrong by more than chance: ${fails.join(' ')}`
      : 'For no group of customers was it wrong by more than a quarter and more than chance.';
  const lines = linesFor(note, TYPE.small, width, MOST_LINES);
  return {
    markup: section(
      'list',
      test.finding,
      null,
      html`<table class="grid lined years">
      <thead><tr><th scope="col">If you had asked</th><th scope="col" class="n">Told</th><th scope="col" class="n">Came</th><th scope="col" class="n">Verdict</th></tr></thead>
      <tbody>${rows}</tbody>
    </table><p class="remark"><span class="lines-${lines}">${note}</span></p>`,
    ),
    height: titled(test.finding, width) + HEAD + ROW * rows.length + 3 + lines * TYPE.smallLine,
  };
};

const row = (
  title: string,
  { forecast, lo, hi, actual, inside }: BackTestView['asked'][number]['money'],
  write: (value: number) => string,
) =>
  html`<tr><th scope="row">${title.charAt(0).toUpperCase() + title.slice(1)}</th><td class="n">${lo === null || hi === null ? `about ${write(forecast)}` : `${write(lo)} to ${write(hi)}`}</td><td class="n">${write(actual)}</td><td class="n">${inside === null ? 'no range' : inside ? 'inside' : 'outside'}</td></tr>`;
