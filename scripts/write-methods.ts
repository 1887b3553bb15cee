import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metric } from '../src/shared/metrics/index.ts';
import { metrics } from '../src/shared/metrics/index.ts';
import { backTestText, keptBackTests } from './back-test-text.ts';

/** Writes docs/methods.md from the catalogue of metrics; with --check it only says whether they agree (exit 1). */
const target = fileURLToPath(new URL('../docs/methods.md', import.meta.url));

const UNIT_TEXT: Readonly<Record<Metric['unit'], string>> = {
  money: 'money, in the currency of the portfolio',
  share: 'share, 0–100 %',
  growth: 'change in per cent',
  count: 'number',
  days: 'days',
  ratio: 'ratio',
  index: 'index',
};

const section = ([id, metric]: [string, Metric]): string =>
  [
    `## ${metric.title}`,
    '',
    metric.definition,
    '',
    `- **Id:** \`${id}\` (method \`${metric.method}\`)`,
    `- **Formula:** ${metric.formula}`,
    `- **Unit:** ${UNIT_TEXT[metric.unit]}`,
    `- **Needs:** ${metric.needs}`,
    `- **Limits:** ${metric.limits}`,
    `- **Source:** ${metric.source}`,
    '',
  ].join('\n');

const text = [
  '# How each figure is computed',
  '',
  '<!-- Written by scripts/write-methods.ts from src/shared/metrics/ and docs/back-tests.json; edit there. -->',
  '',
  'A customer buys on a *purchase day*: a calendar day on which the net of purchases and returns is above 0. Every figure is',
  'as of a day, the last day with a sale unless another is chosen. Grades: A counted, or a model that passed its back-test;',
  'B a model leaning on prior knowledge; C a rule of thumb; D not enough data, no number.',
  '',
  ...Object.entries<Metric>(metrics).map(section),
  backTestText(keptBackTests()),
].join('\n');

if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    process.stderr.write(
      'docs/methods.md is not what src/shared/metrics/ says. Run: node scripts/write-methods.ts\n',
    );
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
