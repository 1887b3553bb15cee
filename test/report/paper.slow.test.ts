import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../src/main/report/chromium.ts';
import { type Page, withHeadlessPage } from '../../src/main/report/headless.ts';
import { reviewPage } from '../../src/main/report/page.ts';
import { printToPdf } from '../../src/main/report/pdf.ts';
import { pdfPages } from '../../src/main/report/pdf-pages.ts';
import { aReviewContent } from './a-review-content.ts';
import { EXTREMES } from './extremes.ts';

const chromium = await findChromium();
const SKIPPED = 'SKIPPED, NO CHROMIUM FOUND (set CLIENTELE_CHROMIUM): ';

const evaluate = async <T>(page: Page, expression: string): Promise<T> => {
  const answer = (await page.send('Runtime.evaluate', { expression, returnByValue: true })) as {
    readonly result?: { readonly value?: T };
    readonly exceptionDetails?: unknown;
  };
  if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails));
  return answer.result?.value as T;
};

type Measured = {
  readonly overflowing: readonly string[];
  readonly cutNumbers: readonly string[];
  readonly smallest: number;
  readonly scaled: number;
  readonly pages: number;
};

/** Runs in the browser, under print media. */
const MEASURE = `(() => {
  const pages = [...document.querySelectorAll('.page')];
  const blocks = pages.flatMap((p) => [p, ...p.querySelectorAll('.flow, section, .side, svg, thead th')]);
  const name = (e) => (e.getAttribute('class') || e.tagName) + ' ' + e.scrollHeight + ' > ' + e.clientHeight;
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  let smallest = Infinity;
  while (walker.nextNode()) {
    if (walker.currentNode.textContent.trim() === '') continue;
    smallest = Math.min(smallest, parseFloat(getComputedStyle(walker.currentNode.parentElement).fontSize));
  }
  return {
    overflowing: blocks.filter((e) => e.scrollHeight > e.clientHeight + (e.matches('.page') ? 0 : 1)).map(name),
    cutNumbers: [...document.querySelectorAll('td.n, td.n .one, .value')]
      .filter((e) => e.scrollWidth > e.clientWidth)
      .map((e) => e.textContent),
    smallest: smallest * 0.75,
    scaled: Math.max(1, ...[...document.querySelectorAll('svg')].map((s) => Math.abs(1 - s.getScreenCTM().a) + 1)),
    pages: pages.length,
  };
})()`;

const onPaper = (html: string): Promise<{ readonly measured: Measured; readonly pdf: Buffer }> =>
  withHeadlessPage(chromium ?? '', html, 60_000, async (page) => {
    await page.send('Emulation.setEmulatedMedia', { media: 'print' });
    const measured = await evaluate<Measured>(page, MEASURE);
    const printed = await page.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
    return { measured, pdf: Buffer.from(String(printed.data), 'base64') };
  });

const POINTS = { A4: [595, 842], Letter: [612, 792] } as const;

const CASES = EXTREMES.flatMap(([name, make]) =>
  (['A4', 'Letter'] as const).map((paper) => [name, paper, make] as const),
);

describe.skipIf(chromium === null)(`${chromium === null ? SKIPPED : ''}a review on paper`, () => {
  test.each(CASES)('%s on %s: two pages, nothing runs over, no text under 9 pt', async (_, paper, make) => {
    const { measured, pdf } = await onPaper(reviewPage(make({ paper })));
    expect(measured.overflowing).toEqual([]);
    expect(measured.cutNumbers).toEqual([]);
    expect(measured.smallest).toBeGreaterThanOrEqual(9);
    expect(measured.scaled).toBe(1);
    expect(measured.pages).toBe(2);
    expect(pdfPages(pdf)).toBe(2);
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1'));
    expect([Math.round(Number(box?.[1])), Math.round(Number(box?.[2]))]).toEqual(POINTS[paper]);
  });

  test('holds under a policy that allows its nonce alone', async () => {
    const html = reviewPage(aReviewContent(), { nonce: 'abc' });
    const width = await withHeadlessPage(chromium ?? '', html, 60_000, (page) =>
      evaluate<string>(page, `getComputedStyle(document.querySelector('.page')).overflow`),
    );
    expect(width).toBe('hidden');
  });

  test('charts stay vectors and text stays text in the PDF', async () => {
    const { pdf } = await onPaper(reviewPage(aReviewContent()));
    const text = pdf.toString('latin1');
    expect(text).not.toMatch(/\/Subtype\s*\/Image/);
    expect(text).toMatch(/\/Type\s*\/Font/);
  });

  describe('printToPdf', () => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'clientele-paper-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    test('writes the file, counts its pages and leaves nothing else', async () => {
      const out = join(folder, 'review.pdf');
      expect(await printToPdf(reviewPage(aReviewContent()), out)).toEqual({ pages: 2 });
      expect((await readFile(out)).subarray(0, 4).toString()).toBe('%PDF');
      expect(await readdir(folder)).toEqual(['review.pdf']);
    });

    test('a place that cannot be written is one sentence, and nothing is left', async () => {
      const out = join(folder, 'no-such-folder', 'review.pdf');
      await expect(printToPdf(reviewPage(aReviewContent()), out)).rejects.toThrow(
        /^The PDF could not be written to .*; close it if it is open, or choose another place\.$/,
      );
      expect(await readdir(folder)).toEqual(['review.pdf']);
    });
  });
});
