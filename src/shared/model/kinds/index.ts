import { acquisition } from './acquisition.ts';
import { campaigns } from './campaigns.ts';
import { consent } from './consent.ts';
import { costs } from './costs.ts';
import { customers } from './customers.ts';
import { feedback } from './feedback.ts';
import { interactions } from './interactions.ts';
import { products } from './products.ts';
import { quotes } from './quotes.ts';

/** Every kind of data but sales, in the order in which they are offered and hashed. */
export const RECORD_KINDS = {
  customers,
  products,
  costs,
  interactions,
  acquisition,
  campaigns,
  feedback,
  quotes,
  consent,
} as const;
