import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { cli } from '../support/cli.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio } from '../support/portfolio.ts';
import { copied, present } from '../support/reference-files.ts';

/** What these tests read of an import's answer. */
type Imported = {
  readonly batch: number;
  readonly source: unknown;
  readonly rows: {
    readonly read: number;
    readonly imported: number;
    readonly leftOut: number;
    readonly alreadyThere: number;
  };
  readonly issues: { readonly byCode: Readonly<Record<string, number>> };
  readonly revenue: { readonly minor: number };
  readonly revenueLeftOut: { readonly minor: number };
  readonly customers: { readonly created: number };
  readonly period: unknown;
  readonly contentHash: string;
};

const json = async (...args: readonly string[]) => {
  const ran = await cli(...args, '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out);
};

describe.runIf(present('online-retail.csv.gz'))('UCI Online Retail, through the command line', () => {
  const portfolio = join(aFolder(), 'retail.clientele');
  const opened = ['--portfolio', portfolio];
  let imported: Imported;
  beforeAll(async () => {
    const home = ['--currency', 'GBP', '--timezone', 'Europe/London'];
    imported = await json('import', copied('online-retail.csv.gz'), ...opened, ...home);
  });

  test('the import accounts for every row and penny', () => {
    expect(imported.source).toMatchObject({
      delimiter: ',',
      headerRow: 1,
      dateFormat: 'M/d/yyyy',
      decimal: '.',
    });
    const { read, imported: taken, leftOut, alreadyThere } = imported.rows;
    expect(read).toBe(541_909);
    expect(taken + leftOut + alreadyThere).toBe(541_909);
    expect(Object.values<number>(imported.issues.byCode).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(
      leftOut,
    );
    expect(imported.revenue.minor + imported.revenueLeftOut.minor).toBe(974_774_793);
    expect(imported.customers.created).toBe(4372);
    expect(imported.period).toEqual({ from: '2010-12-01', to: '2011-12-09' });
  });

  test('the analysis has the sums of the literature', async () => {
    const analysis = await json('analyze', ...opened, '--as-of', '2011-12-09', '--customers');
    expect(analysis.totals.identifiedRevenue).toEqual({ minor: 830_006_581, currency: 'GBP' });
    const { inputs } = analysis.models;
    expect([inputs.n, inputs.sumX]).toEqual([4334, 12_274]);
    expect(Math.abs(inputs.sumTx - 80_847.43)).toBeLessThanOrEqual(0.005);
    expect(Math.abs(inputs.sumT - 137_921)).toBeLessThanOrEqual(0.005);
    const revenue = analysis.customers.reduce(
      (sum: number, each: { revenue: { minor: number } }) => sum + each.revenue.minor,
      0,
    );
    expect([analysis.customers.length, revenue]).toEqual([4372, 830_006_581]);
  });

  test('fees marked as no sale, and back, change revenue, and leave all as it was imported', async () => {
    const doctor = await json('doctor', portfolio);
    expect(doctor).toMatchObject({ ok: true, contentHash: imported.contentHash });

    // independently summed: five codes come to −250,741.02
    const fees = ['AMAZONFEE', 'BANK CHARGES', 'B', 'CRUK', 'S'];
    const marks = (option: string) =>
      json('products', ...opened, ...fees.flatMap((code) => [`--${option}`, code]));
    const marked = await marks('not-a-sale');
    expect(marked.revenue.minor).toBe(974_774_793 + 25_074_102);
    expect(marked.notASale.map(({ code }: { code: string }) => code).sort()).toEqual([...fees].sort());
    // what the owner says of a product is part of the content (DEFINITIONS 18)
    expect((await json('doctor', portfolio)).contentHash).not.toBe(imported.contentHash);
    const back = await marks('by-name');
    expect(back.revenue.minor).toBe(974_774_793);
    expect(
      back.candidates
        .slice(0, 5)
        .map(({ code }: { code: string }) => code)
        .sort(),
    ).toEqual([...fees].sort());
    expect(await json('doctor', portfolio)).toEqual(doctor);
  });

  test('undone, nothing of it is left', async () => {
    const undone = await json('undo-import', String(imported.batch), ...opened);
    expect(undone).toMatchObject({
      batch: imported.batch,
      linesRemoved: imported.rows.imported,
      linesKept: 0,
    });
    expect(undone.contentHash).toBe(contentHash(aPortfolio()));
  });
});

describe.runIf(present('cdnow-sample.csv'))(
  'CDNOW sample, calibration period of the literature (Fader & Hardie)',
  () => {
    test('n and Σx as of 30 September 1997', async () => {
      const portfolio = join(aFolder(), 'cdnow.clientele');
      const imported = await json(
        'import',
        copied('cdnow-sample.csv'),
        '--portfolio',
        portfolio,
        '--locale',
        'en-US',
      );
      expect(imported.rows).toMatchObject({ read: 6919, imported: 6919 });
      expect(imported.customers.created).toBe(2357);
      expect(imported.revenue.currency).toBe('USD');
      const { inputs } = (
        await json('analyze', '--portfolio', portfolio, '--as-of', '1997-09-30', '--only', 'models')
      ).models;
      expect([inputs.n, inputs.sumX]).toEqual([2349, 2457]);
    });
  },
);
