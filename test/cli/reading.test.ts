import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createPortfolio } from '../../src/main/database/open.ts';
import { makeSample } from '../../src/main/sample/sample.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { cli } from '../support/cli.ts';
import { aFile, aFolder } from '../support/folder.ts';
import { hashOf } from '../support/portfolio.ts';

const shop = join(aFolder(), 'shop.clientele');
const exported = join(aFolder(), 'customers.csv');

beforeAll(async () => {
  createPortfolio(shop).close();
  const { csv } = makeSample({ kind: 'clinic', customers: 60, seed: 4, until: isoDay('2025-09-30') });
  const imported = await cli('import', aFile(csv), '--portfolio', shop, '--currency', 'EUR');
  expect([imported.code, imported.err]).toEqual([0, '']);
});

test.each([
  ['actions'],
  ['analyze'],
  ['export', '--what', 'customers', '--out', exported],
  ['questions'],
  ['segments'],
])('%s leaves the portfolio as it was and nothing beside it', async (name, ...options) => {
  const before = hashOf(shop);
  const ran = await cli(name, '--portfolio', shop, ...options);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(hashOf(shop)).toBe(before);
  expect(readdirSync(dirname(shop))).toEqual(['shop.clientele']);
});
