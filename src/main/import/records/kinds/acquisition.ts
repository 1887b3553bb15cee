import { nameKey } from '../../values/name-key.ts';
import { noDay, type RecordReader } from '../record-reader.ts';
import { UNREADABLE } from '../record-values.ts';

export const acquisition: RecordReader = (record, set) => {
  const from = record.span('spend.from');
  const until = record.span('spend.until');
  const amount = record.money('spend.amount');
  if (from === UNREADABLE || until === UNREADABLE || amount === UNREADABLE) return null;
  if (from === null) return noDay(record, 'spend.from');
  if (amount === null) {
    record.fail('amount-unreadable', 'spend.amount', '', 'There is no amount.');
    return null;
  }
  const last = until?.last ?? from.last;
  if (last < from.first) {
    record.fail('value-out-of-range', 'spend.until', last, `The period ends on ${last}, before it begins.`);
    return null;
  }
  const channel = record.text('spend.channel') ?? 'Source not named';
  const campaign = record.text('spend.campaign');
  const segment = record.text('spend.segment');
  const content = [from.first, last, nameKey(channel), nameKey(campaign ?? ''), nameKey(segment ?? '')];
  return [
    set.put({
      table: 'acquisition_spend',
      key: set.keyOf(content),
      sourceRow: record.row,
      values: { first_day: from.first, last_day: last, channel, campaign, segment, amount_minor: amount },
    }),
  ];
};
