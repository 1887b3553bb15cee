import { engineOf } from './support/engine.ts';
import { firstImport } from './support/path.ts';
import { aBakery, uploadOf } from './support/sales.ts';
import { expect, test } from './support/test.ts';

const sample = aBakery(80);
