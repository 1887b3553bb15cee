import type { AuditCheck } from '../../../shared/model/audit.ts';
import { plural } from '../../../shared/words.ts';
import { q } from '../../database/query.ts';
import { linesLeftOut } from '../analysis/statements/left-out.ts';
import { type AuditInput, checked } from './check.ts';

/** What cannot be as it was told. */
export const validity = (input: AuditInput): AuditCheck[] => [
  ...linesRead(input),
  ...daysPlausible(input),
  ...emailsValid(input),
  ...phonesValid(input),
];

const linesRead = ({ db, say }: AuditInput): AuditCheck[] => {
  const files = linesLeftOut(db);
  // what a file itself calls cancelled or failed is no fault of the data
  const found = files.reduce(
    (total, { lines, byReason }) => total + lines - (byReason.get('status') ?? 0),
    0,
  );
  const of = files.reduce((total, { read }) => total + read, 0);
  return checked({
    id: 'lines-read',
    dimension: 'validity',
    found,
    of,
    sentence:
      found === 0
        ? 'Every line of the imported files is in the figures, or is no sale.'
        : `${say.count(found)} of ${say.counted(of, 'line')} of the imported files ${plural(found, 'is', 'are')} in no figure: unreadable, or in a currency without a rate.`,
    prevents: 'What these lines are about is missing from revenue and from the customers’ rhythm.',
    fix: 'Look at them under past imports, correct the file, undo the import and import the file again.',
    to: '/import',
  });
};

const daysPlausible = ({ db, say, today }: AuditInput): AuditCheck[] => {
  const { of, found } = db.get(
    q
      .selectFrom('sales_order')
      .select(({ fn }) => [
        fn.countAll<number>().as('of'),
        fn.countAll<number>().filterWhere('ordered_on', '>', today).as('found'),
      ]),
  )!;
  return checked({
    id: 'days-plausible',
    dimension: 'validity',
    found,
    of,
    sentence:
      found === 0
        ? 'No order is dated after today.'
        : `${say.counted(found, 'order')} ${plural(found, 'is', 'are')} dated after today.`,
    prevents: 'Silence and rhythm are counted up to a day that has not come yet.',
    fix: 'See whether day and month were exchanged: undo that import and choose the order of dates at the check.',
    to: '/import',
  });
};

/** The least an address needs to be one; whether it is still in use only a letter tells. */
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/;

const emailsValid = ({ db, say }: AuditInput): AuditCheck[] => {
  const emails = db
    .all(
      q
        .selectFrom('customer')
        .select('email')
        .where('email', 'is not', null)
        .$narrowType<{ email: string }>(),
    )
    .map(({ email }) => email);
  const found = emails.filter((email) => !EMAIL.test(email)).length;
  return checked({
    id: 'emails-valid',
    dimension: 'validity',
    found,
    of: emails.length,
    sentence:
      found === 0
        ? 'Every e-mail has the form of one.'
        : `${say.count(found)} of ${say.counted(emails.length, 'e-mail')} cannot be ${plural(found, 'one', 'ones')}: no domain, or blanks in it.`,
    prevents: 'A letter to them comes back, and nobody is recognised by them.',
    fix: 'Correct them in your shop or till and import the list of customers again.',
    to: '/customers',
  });
};

/** In the international form, as they are kept where a country is known; shorter ones are fragments. */
const PHONE = /^\+\d{7,15}$/;

const phonesValid = ({ db, say }: AuditInput): AuditCheck[] => {
  const phones = db
    .all(
      q
        .selectFrom('customer')
        .select('phone')
        .where('phone', 'is not', null)
        .$narrowType<{ phone: string }>(),
    )
    .map(({ phone }) => phone);
  const found = phones.filter((phone) => !PHONE.test(phone)).length;
  return checked({
    id: 'phones-valid',
    dimension: 'validity',
    found,
    of: phones.length,
    sentence:
      found === 0
        ? 'Every phone number can be dialled from anywhere.'
        : `${say.count(found)} of ${say.counted(phones.length, 'phone number')} ${plural(found, 'is', 'are')} incomplete, or without a known country.`,
    prevents: 'Nobody is recognised by them, and calling may fail.',
    fix: 'Correct them in your shop or till, with the country’s code, and import the list of customers again.',
    to: '/customers',
  });
};
