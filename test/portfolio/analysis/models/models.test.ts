import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPortfolio } from '../../../../src/main/database/open.ts';
import { importUnattended } from '../../../../src/main/import/import-path.ts';
import { analyze } from '../../../../src/main/portfolio/analyze/analyze.ts';
import { isoDay } from '../../../../src/shared/model/day.ts';
import { aFolder } from '../../../support/folder.ts';
import { copied, present } from '../../../support/reference-files.ts';

type Fit = { kind: string; params: Record<string, number>; logLikelihood: number; n: number };
type Models = {
  inputs: Record<string, number>;
  bgnbd: { ml: Fit; map: Fit };
  gammaGamma: { ml: Fit };
  chosen: string;
  grade: string;
};

const modelsThroughImport = async (file: string, asOf: string, currency: string): Promise<Models> => {
  const folder = aFolder();
  const portfolio = join(folder, 'p.clientele');
  await importUnattended({
    file: copied(file),
    portfolio,
    options: { currency },
    dryRun: false,
    backupFolder: folder,
  });
  const db = openPortfolio(portfolio, { readonly: true });
  try {
    return analyze(db, { asOf: isoDay(asOf), customers: false, only: ['models'] }).models as Models;
  } finally {
    db.close();
  }
};

test.skipIf(!present('cdnow-sample.csv'))(
  'CDNOW through the import: Fader & Hardie, where the 8 customers whose purchases were free have no purchase day',
  async () => {
    const { inputs, bgnbd, gammaGamma } = await modelsThroughImport('cdnow-sample.csv', '1997-09-30', 'USD');
    expect(inputs).toMatchObject({ n: 2349, repeaters: 946, sumX: 2457 });
    expect(bgnbd.ml.kind).toBe('fitted');
    const { r, alpha, a, b } = bgnbd.ml.params;
    expect([r, alpha, a, b].map((value) => value?.toFixed(4))).toEqual([
      '0.2439',
      '4.4224',
      '0.7925',
      '2.4229',
    ]);
    expect(bgnbd.ml.logLikelihood).toBeCloseTo(-9578.2, 1);
    expect(gammaGamma.ml.n).toBe(946);
    expect(gammaGamma.ml.params.p).toBeCloseTo(6.25, 2);
    expect(gammaGamma.ml.params.q).toBeCloseTo(3.744, 2);
    expect(gammaGamma.ml.params.gamma).toBeCloseTo(15.443, 2);
    expect(gammaGamma.ml.logLikelihood).toBeCloseTo(-4055.92, 2);
  },
);

test.skipIf(!present('online-retail.csv.gz'))(
  'the retail sample through the import: plain BG/NBD runs to the boundary and says so, MAP is used',
  async () => {
    const { bgnbd, gammaGamma, grade } = await modelsThroughImport(
      'online-retail.csv.gz',
      '2011-12-09',
      'GBP',
    );
    expect(bgnbd.ml.kind).toBe('at-boundary');
    expect(bgnbd.ml.logLikelihood).toBeCloseTo(-37332.56, 1);
    expect(bgnbd.map.kind).toBe('fitted');
    expect(gammaGamma.ml).toMatchObject({ n: 2777 });
    expect(gammaGamma.ml.params.p).toBeCloseTo(2.1085, 3);
    expect(gammaGamma.ml.params.q).toBeCloseTo(3.5948, 3);
    expect(gammaGamma.ml.logLikelihood).toBeCloseTo(-18955.28, 1);
    expect(grade).toBe('B');
  },
);
