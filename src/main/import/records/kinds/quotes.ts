import { quoteStatus } from '../../values/choices.ts';
import { CUSTOMER_KEYS, NEEDS_CUSTOMER, nobody, noDay, type RecordKind } from '../record-kind.ts';
import { UNREADABLE } from '../record-values.ts';

/** What was offered to whom, and what became of it. */
export const quotes: RecordKind = {
  kind: 'quotes',
  fields: [...CUSTOMER_KEYS, 'quote.id', 'quote.date', 'quote.validUntil', 'quote.status', 'quote.amount'],
  dates: ['quote.date', 'quote.validUntil'],
  numbers: ['quote.amount'],
  money: ['quote.amount'],
  needs: [NEEDS_CUSTOMER, { anyOf: ['quote.date'], sentence: 'No column holds the day of the quote.' }],
  read: (record, set) => {
    const identity = record.customer();
    if (identity < 0) return nobody(record);
    const quoted = record.moment('quote.date');
    const valid = record.moment('quote.validUntil');
    const amount = record.money('quote.amount');
    if (quoted === UNREADABLE || valid === UNREADABLE || amount === UNREADABLE) return null;
    if (quoted === null) return noDay(record, 'quote.date');
    const number = record.text('quote.id');
    const status = record.text('quote.status');
    return [
      set.say({
        table: 'quote',
        key: number ?? set.keyOf([quoted.day, record.identityKey(identity), amount]),
        identity,
        sourceRow: record.row,
        values: {
          number,
          quoted_on: quoted.day,
          valid_until: valid?.day ?? null,
          status: status === null ? 'open' : quoteStatus(status),
          amount_minor: amount,
        },
      }),
    ];
  },
};
