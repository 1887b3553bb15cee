import type { RecordKindName } from '../../../../shared/model/import-kind.ts';
import type { RecordReader } from '../record-reader.ts';
import { acquisition } from './acquisition.ts';
import { campaigns } from './campaigns.ts';
import { consent } from './consent.ts';
import { costs } from './costs.ts';
import { customers } from './customers.ts';
import { feedback } from './feedback.ts';
import { interactions } from './interactions.ts';
import { products } from './products.ts';
import { quotes } from './quotes.ts';

/** How the records of each kind are read; what the kind is, its declaration says. */
export const RECORD_READERS: Readonly<Record<RecordKindName, RecordReader>> = {
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
