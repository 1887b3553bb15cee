import { type Contactability, contactability } from '../../database/consent.ts';
import { dataPart } from './part.ts';

/** What customers have agreed to, by customer; whoever is not in it has decided nothing, and may not be written to. */
export const contactsIn = dataPart(
  'contacts',
  (db): ReadonlyMap<number, Contactability> => contactability(db),
);

/** Whether there is any channel the customer has agreed to (DEFINITIONS 22: unknown means no). */
export const isContactable = (contacts: Contactability | undefined): boolean =>
  contacts !== undefined && Object.values(contacts).some((granted) => granted);
