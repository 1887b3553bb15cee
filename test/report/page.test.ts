import { describe, expect, test } from 'vitest';
import { reviewPage } from '../../src/main/report/page.ts';
import { minor } from '../../src/shared/model/money.ts';
import {
  aMatrix,
  aResult,
  aReviewContent,
  aReviewCustomer,
  aRiskSummary,
  aSegment,
  aWhale,
  REMARKS,
} from './a-review-content.ts';
import { EXTREMES } from './extremes.ts';

const NASTY = `</style><script>alert("1")</script><img src=x onerror='alert(2)'>&amp;`;

/** What a reader sees: the page without its style sheet and its tags. */
const textOf = (page: string): string =>
  page
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const count = (page: string, pattern: RegExp): number => [...page.matchAll(pattern)].length;

describe('the page of a review', () => {
  const page = reviewPage(aReviewContent());
  const text = textOf(page);

  test('is one document of two pages, numbered', () => {
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(count(page, /<article class="page">/g)).toBe(2);
    expect(text).toContain('1 of 2');
    expect(text).toContain('2 of 2');
  });

  test('carries the business, its period, its days and who made it', () => {
    expect(text).toContain('Quint Delicatessen');
    expect(text).toContain('Sales from 3 Jan 2024 to 9 Dec 2025');
    expect(text).toContain('As of 9 December 2025');
    expect(text).toContain('with Clientele on 12 Dec 2025');
  });

  test('says what every part of the content says', () => {
    const content = aReviewContent({ form: 'long' });
    const whole = textOf(reviewPage(content));
    const said = [
      ...content.headlines,
      ...content.segments.flatMap((s) => [s.name, s.rule, s.whatToDo]),
      ...content.methods,
      ...content.warnings,
      ...content.monday.map((c) => c.reason),
      'Invest',
      'Protect',
      'Develop',
      'Simplify',
      '49% of revenue comes from “Best customers”',
      'The ten most valuable customers brought 23% of the revenue of the last 12 months',
      'The ten most at risk brought',
      'Five names for Monday',
    ];
    for (const sentence of said) expect(whole).toContain(sentence);
  });

  test('says risk and value in a line, without the share where the line is too short', () => {
    expect(text).toContain(
      'High value: 79 engaged, 13 at risk (5.5% of revenue). Growth potential: 46. Low value: 462.',
    );
    expect(textOf(reviewPage(aReviewContent({ riskValue: null })))).not.toContain('Growth potential');
    const groups = aRiskSummary().groups.map((group) => ({ ...group, count: 987_654 }));
    const german = aReviewContent({ riskValue: aRiskSummary({ groups }), locale: 'de-DE' });
    expect(textOf(reviewPage(german))).toContain('987.654 at risk. Growth potential: 987.654.');
  });

  test('draws the whale curve in vectors with its finding, beside what else is known', () => {
    const drawn = reviewPage(aReviewContent({ form: 'long', whale: aWhale(), remarks: REMARKS }));
    expect(count(drawn, /<svg class="whale"/g)).toBe(1);
    expect(/class="whale-line" d="(M[^"]+)"/.exec(drawn)?.[1]?.match(/[ML]/g)).toHaveLength(11);
    for (const said of [
      aWhale().finding,
      '6: €680',
      'all 10: €500',
      ...REMARKS.map(({ sentence }) => sentence),
    ])
      expect(textOf(drawn)).toContain(said);
    // where there is no curve the words stand alone, and where there is neither nothing does
    const words = reviewPage(aReviewContent({ form: 'long', remarks: REMARKS }));
    expect(textOf(words)).toContain(REMARKS[1]!.sentence);
    expect(count(words, /<svg class="whale"/g)).toBe(0);
    // the months alone
    expect(count(page, /class="band"/g)).toBe(1);
  });

  test('draws the matrix in vectors, with the unclear segments hatched and the unknown one named', () => {
    expect(count(page, /<svg class="matrix"/g)).toBe(1);
    expect(count(page, /<circle class="bubble"/g)).toBe(2);
    expect(count(page, /<circle class="bubble open"/g)).toBe(2);
    expect(count(page, /<path class="hatch"/g)).toBe(2);
    expect(text).toContain('Growth not known: New this season.');
    expect(page).not.toMatch(/<(canvas|img|image|picture|foreignObject)\b|url\(/i);
  });

  test('draws every month with what is expected of it and the range, the running one with both', () => {
    expect(count(page, /<svg class="months"/g)).toBe(1);
    // thirteen months and the running one are sold, six are expected
    expect(count(page, /class="sold"/g)).toBe(19);
    expect(count(page, /class="expected"/g)).toBe(6);
    expect(count(page, /class="within"/g)).toBe(6);
    expect(text).toContain('Jan 2026 is likely to bring €28.1k to €36.4k.');
    expect(text).toContain('The last month sold is up to 9 Dec 2025.');
    const refused = aReviewContent({
      outlook: { grade: 'D', reason: 'Only 5 months are complete.', needed: '12 complete months.' },
    });
    expect(textOf(reviewPage(refused))).toContain('Only 5 months are complete.');
    expect(count(reviewPage(refused), /class="expected"/g)).toBe(0);
  });

  test('in its long form has years side by side, the look back and every note, on numbered pages', () => {
    const content = aReviewContent({ form: 'long' });
    const long = reviewPage(content);
    const pages = count(long, /<article class="page">/g);
    expect(pages).toBeGreaterThan(2);
    for (let k = 1; k <= pages; k++) expect(textOf(long)).toContain(`${k} of ${pages}`);
    for (const said of [
      'Known customers brought 6% more than the year before',
      'more or fewer customers +€20k',
      'Stayed in their fifth',
      'Asked three months ago, we would have told',
      'Those who had bought once were expected to buy 78 times',
      ...content.methods,
      ...content.warnings,
    ])
      expect(textOf(long)).toContain(said);
    expect(textOf(long)).not.toContain('more in the long form');
  });

  test('a segment’s sums are of the window of its chart, and say so', () => {
    const segments = [
      aSegment({ revenue12m: minor(1_000_000), revenueShare12m: 0.31 }),
      aSegment({ id: 2, name: 'Regulars', revenue12m: minor(500_000), revenueShare12m: 0.15 }),
    ];
    const said = textOf(reviewPage(aReviewContent({ segments })));
    expect(said).toContain('31% of all revenue of the last 12 months comes from “Best customers”');
    expect(said).toContain('€10,000.00');
    expect(said).not.toContain('€202,345.11');
  });

  test('explains both axes in words', () => {
    expect(text).toContain('Up: revenue in the last 12 months.');
    expect(text).toContain('Across: change of revenue, last 12 months against the 12 before.');
  });

  test('every table has a head', () => {
    expect(count(page, /<table/g)).toBe(5);
    expect(count(page, /<thead>/g)).toBe(5);
  });

  test.each(['A4', 'Letter'] as const)('asks the printer for %s', (paper) => {
    const size = paper === 'A4' ? 'size: 210mm 297mm' : 'size: 215.9mm 279.4mm';
    expect(reviewPage(aReviewContent({ paper }))).toContain(size);
  });

  test('is in greys only, so that a black-and-white printer changes nothing', () => {
    const colours = page.match(/#[0-9a-f]{3,8}\b/gi)?.filter((c) => !/^#39$/.test(c)) ?? [];
    expect(colours.length).toBeGreaterThan(10);
    for (const colour of colours) expect(colour).toMatch(/^#(?:([0-9a-f])\1\1|([0-9a-f]{2})\2\2)$/i);
    expect(page).not.toMatch(/rgb\(|hsl\(|filter:/);
  });
});

describe('safety', () => {
  const nasty = reviewPage(
    aReviewContent({
      businessName: NASTY,
      headlines: [NASTY, NASTY],
      figures: [aResult({ metric: NASTY, value: null, warnings: [NASTY] })],
      matrix: aMatrix({ finding: NASTY, valueAxis: NASTY, growthAxis: NASTY }),
      segments: [aSegment({ name: NASTY, rule: NASTY, whatToDo: NASTY })],
      segmentNote: NASTY,
      mostValuable: [aReviewCustomer({ name: NASTY, segment: NASTY })],
      monday: [aReviewCustomer({ name: NASTY, phone: NASTY, reason: NASTY })],
      methods: [NASTY],
      warnings: [NASTY],
      ownersCopy: true,
      currency: NASTY,
      locale: NASTY,
    }),
  );

  test('nothing from the content becomes markup', () => {
    expect(nasty).not.toMatch(/<script|<img|onerror='/i);
    expect(count(nasty, /<\/style>/g)).toBe(1);
  });

  test('no script, no style attribute, no outside resource, one style element', () => {
    for (const page of [nasty, reviewPage(aReviewContent())]) {
      const tags =
        page
          .replace(/"[^"]*"/g, '""')
          .match(/<[^>]+>/g)
          ?.join('') ?? '';
      expect(tags).not.toMatch(/<(script|link|iframe|object|embed)|\s(style|src|href|on[a-z]+)=/i);
      expect(page).not.toMatch(/@import|url\(/);
      expect(count(page, /<style\b/g)).toBe(1);
    }
  });

  test('the nonce stands on the style element and in the policy', () => {
    const page = reviewPage(aReviewContent(), { nonce: 'r4nd0m+/=' });
    expect(page).toContain('<style nonce="r4nd0m+/=">');
    expect(page).toContain(`default-src 'none'; style-src 'nonce-r4nd0m+/='`);
  });

  test('a nonce that is more than a nonce is refused', () => {
    expect(() => reviewPage(aReviewContent(), { nonce: `x'; script-src *` })).toThrow(RangeError);
  });
});

describe('names', () => {
  test('initials pass through as they are, and phones stay out', () => {
    const text = textOf(
      reviewPage(
        aReviewContent({
          ownersCopy: false,
          mostValuable: [aReviewCustomer({ name: 'Q. X.' })],
          monday: [aReviewCustomer({ name: 'Q. X.', phone: '+353 1 555 0199' })],
        }),
      ),
    );
    expect(count(text, /Q\. X\./g)).toBe(2);
    expect(text).not.toContain('555 0199');
    expect(text).toContain('Customers by initials');
  });

  test('the owner’s copy has names and phones and says that it is private', () => {
    const text = textOf(reviewPage(aReviewContent({ ownersCopy: true })));
    expect(text).toContain('Maria Quint');
    expect(text).toContain('+353 1 555 0120');
    expect(text).toContain('keep it private');
  });

  test('ten, ten and five at most', () => {
    const many = Array.from({ length: 30 }, (_, i) => aReviewCustomer({ name: `Name${i}.` }));
    const text = textOf(reviewPage(aReviewContent({ mostValuable: many, mostAtRisk: many, monday: many })));
    expect(count(text, /Name\d+\./g)).toBe(25);
  });
});

describe('what is not known', () => {
  test.each(EXTREMES)('%s: no NaN, Infinity, undefined, null, -0 or ∞ reaches the page', (_, make) => {
    const page = reviewPage(make({}));
    const text = textOf(page);
    expect(text).not.toMatch(/\b(NaN|Infinity|undefined|null)\b|∞|(?<![\d.,])-0(?![\d.,])|\[object/);
    expect(page).not.toMatch(/(?:NaN|Infinity|undefined)(?:"|\s|<)/);
  });

  test('a figure without a number says what is missing', () => {
    const figures = [aResult({ value: null, grade: 'D', warnings: ['Sales of 24 months are needed.'] })];
    const text = textOf(reviewPage(aReviewContent({ figures })));
    expect(text).toContain('not known');
    expect(text).toContain('Sales of 24 months are needed.');
  });

  test('a matrix that is not available is its sentence, and the customers by quadrant stay', () => {
    const matrix = {
      grade: 'D' as const,
      reason: 'Sales of 5 months are too few',
      needed: 'Import older sales',
    };
    const page = reviewPage(aReviewContent({ matrix }));
    expect(textOf(page)).toContain('Sales of 5 months are too few. Import older sales.');
    expect(page).not.toContain('<svg class="matrix"');
    expect(page).toContain('quadrants');
  });

  test('empty lists are sentences', () => {
    const text = textOf(
      reviewPage(aReviewContent({ mostValuable: [], mostAtRisk: [], monday: [], segments: [] })),
    );
    expect(text).toContain('No customer is overdue by their own rhythm.');
    expect(text).toContain('No segments have been set up yet.');
    expect(text).not.toMatch(/<tbody><\/tbody>/);
  });

  test('segments beyond six are counted, not forgotten', () => {
    const segments = Array.from({ length: 8 }, (_, i) =>
      aSegment({ id: i + 1, name: `Segment ${i + 1}`, revenue: minor(1000 - i), revenueShare: 0.125 }),
    );
    expect(textOf(reviewPage(aReviewContent({ segments })))).toContain(
      '2 smaller segments hold 25% of revenue.',
    );
  });
});
