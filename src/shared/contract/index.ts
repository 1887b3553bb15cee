import type { ContractRouterClient } from '@orpc/contract';
import { actions } from './actions.ts';
import { audit } from './audit.ts';
import { calendar } from './calendar.ts';
import { changes } from './changes.ts';
import { copies } from './copies.ts';
import { customers } from './customers.ts';
import { events } from './events.ts';
import { importing } from './importing.ts';
import { listening } from './listening.ts';
import { matrix } from './matrix.ts';
import { overview } from './overview.ts';
import { portfolio } from './portfolio.ts';
import { products } from './products.ts';
import { questions } from './questions.ts';
import { retention } from './retention.ts';
import { reviews } from './reviews.ts';
import { riskValue } from './risk-value.ts';
import { segments } from './segments.ts';
import { support } from './support.ts';
import { value } from './value.ts';

/** Each procedure of the app, declared once: implemented in the engine, called by every shell. */
export const contract = {
  portfolio,
  copies,
  importing,
  audit,
  overview,
  customers,
  matrix,
  riskValue,
  value,
  segments,
  products,
  questions,
  actions,
  listening,
  retention,
  calendar,
  reviews,
  changes,
  support,
  events,
};

export type Client = ContractRouterClient<typeof contract>;
