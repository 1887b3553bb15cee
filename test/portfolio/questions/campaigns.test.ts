import { expect, test } from 'vitest';
import { OWN_RULES } from '../../../src/main/analytics/segmentation/recipe.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import { campaignsIn } from '../../../src/main/portfolio/questions/campaigns.ts';
import { readQuestions } from '../../../src/main/portfolio/questions/questions.ts';
import { chooseSegments } from '../../../src/main/portfolio/segments/segments.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const FIRST = dayNumber(isoDay('2023-01-01'));
const on = (k: number): string => dayFromNumber(FIRST + k);

test('all campaigns that asked for a purchase, no survey; the segment as it was on the day of sending', async () => {
  const db = aPortfolio();
  const rows: string[] = [];
  // E buys until day 400 only, L from day 400 on, S throughout
  for (let k = 0; k < 800; k += 20)
    for (let c = 0; c < 10; c++) {
      if (k < 400) rows.push(`${on(k + c)},E${c},10.00`);
      else rows.push(`${on(k + c)},L${c},10.00`);
      rows.push(`${on(k + c)},S${c},10.00`);
    }
  await take(db, `Date,Customer number,Amount\n${rows.join('\n')}\n`, { currency: 'EUR', locale: 'en-GB' });
  chooseSegments(db, {
    recipe: OWN_RULES,
    rules: { segments: [{ name: 'Lively', rule: { all: [{ measure: 'daysSinceLast', max: 60 }] } }] },
  });
  const sent = (name: string, segment: string, day: number, who: readonly string[]): string =>
    who.map((customer) => `${name},${segment},${on(day)},${customer},${on(day)},no`).join('\n');
  const three = (letter: string): string[] => [0, 1, 2].map((c) => `${letter}${c}`);
  await take(
    db,
    `Campaign,Target segment,Campaign date,Customer number,Sent on,Answered\n${[
      sent('Spring', 'Lively', 390, [...three('E'), ...three('S')]),
      sent('Autumn', 'Lively', 700, [...three('E'), ...three('L')]),
      sent('Survey 2024', 'Lively', 720, three('S')),
    ].join('\n')}\n`,
    { kind: 'campaigns', locale: 'en-GB' },
  );
  const found = campaignsIn(db, analysisOf(db)!);
  expect(found.map(({ name }) => name)).toEqual(['Autumn', 'Spring']);
  // on day 390 E were lively, though they are not today; on day 700 they were not
  expect(found.map(({ outside }) => outside && [outside.value, outside.n])).toEqual([
    [0.5, 6],
    [0, 6],
  ]);
  const { answer, facts } = readQuestions(db).questions[5]!;
  expect(answer).toMatch(/^2 campaigns that asked for a purchase: customers were reached 12 times, /);
  expect(answer).toContain('3 of 12 were outside the segment it was meant for when it was sent');
  expect(facts.find(({ metric }) => metric === 'outsideTarget')?.result).toMatchObject({
    value: 0.25,
    n: 12,
  });
  // E bought within 30 days of day 390 (day 380 + …), S and L always
  expect(facts.find(({ metric }) => metric === 'boughtAfter')?.result).toMatchObject({ value: 0.5, n: 12 });
});
