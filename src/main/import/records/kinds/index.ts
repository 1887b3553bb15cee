import type { RecordKindName } from '../../../../shared/model/import-kind.ts';
import type { RecordKind } from '../record-kind.ts';
import { acquisition } from './acquisition.ts';
import { campaigns } from './campaigns.ts';
import { consent } from './consent.ts';
import { costs } from './costs.ts';
import { customers } from './customers.ts';
import { feedback } from './feedback.ts';
import { interactions } from './interactions.ts';
import { products } from './products.ts';
import { quotes } from './quotes.ts';

export const RECORD_KINDS: Readonly<Record<RecordKindName, RecordKind>> = {
  customers,
  products,
  costs,
  interactions,
  acquisition,
  campaigns,
  feedback,
  quotes,
  consent,
};
