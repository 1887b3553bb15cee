import type { Readable } from '../../database/connection.ts';
import { type Contactability, contactability } from '../../database/consent.ts';
import type { Analysis } from './analysis.ts';
import { derived } from './derived.ts';

/** What customers have agreed to, by customer; whoever is not in it has decided nothing, and may not be written to. */
export const contactsIn = (db: Readable, analysis: Analysis): ReadonlyMap<number, Contactability> =>
  derived(analysis, 'contacts', () => contactability(db));

/** Whether there is any channel the customer has agreed to (DEFINITIONS 22: unknown means no). */
export const isContactable = (contacts: Contactability | undefined): boolean =>
  contacts !== undefined && Object.values(contacts).some((granted) => granted);
