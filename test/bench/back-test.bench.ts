import { writeFileSync } from 'node:fs';
import { backTestText, KEPT_BACK_TESTS, keptBackTests } from '../../scripts/back-test-text.ts';
import { backTests } from './back-tests.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * Forecasts made at earlier days against what came after, beside carrying on each customer's own rate.
 * @param keep writes the figures down for docs/methods.md; else it is said whether they are still the kept ones
 */
export const backTestBench = (keep: boolean): void => {
  const found = backTests();
  if (found.length === 0) {
    say('back-tests: skipped, the sets for measuring are not beside the project');
    return;
  }
  say(backTestText(found));
  if (keep) writeFileSync(KEPT_BACK_TESTS, `${JSON.stringify(found, null, 1)}\n`);
  const same = JSON.stringify(found) === JSON.stringify(keptBackTests());
  say(
    same
      ? 'back-tests: as kept in docs/back-tests.json'
      : 'back-tests: NOT as kept in docs/back-tests.json; keep them with: npm run bench -- back-tests --keep',
  );
};
