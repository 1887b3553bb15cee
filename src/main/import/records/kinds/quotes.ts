import { quoteStatus } from '../../values/choices.ts';
import { nobody, noDay, type RecordReader } from '../record-reader.ts';
import { UNREADABLE } from '../record-values.ts';

export const quotes: RecordReader = (record, set) => {
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
    set.put({
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
};
