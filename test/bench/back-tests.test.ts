import { expect, test } from 'vitest';
import { keptBackTests } from '../../scripts/back-test-text.ts';
import { cdnowIsPresent, onlineRetailIsPresent } from '../analytics/reference-data.ts';
import { backTests } from './back-tests.ts';

test.skipIf(!(cdnowIsPresent && onlineRetailIsPresent))(
  'the misfit told in docs/methods.md is the one there is',
  () => expect(backTests()).toEqual(keptBackTests()),
);
