import { channelsOf } from '../../values/choices.ts';
import { nobody, type RecordReader } from '../record-reader.ts';
import { UNREADABLE } from '../record-values.ts';

export const consent: RecordReader = (record, set) => {
  const identity = record.customer();
  if (identity < 0) return nobody(record);
  const channel = record.text('consent.channel') ?? '';
  const channels = channelsOf(channel);
  if (channels.length === 0) {
    record.fail(
      'value-out-of-range',
      'consent.channel',
      channel,
      `"${channel}" is no channel; use e-mail, phone, SMS or post.`,
    );
    return null;
  }
  const decided = record.moment('consent.date');
  if (decided === UNREADABLE) return null;
  const granted = record.flag('consent.granted');
  if (granted === null) {
    record.fail('key-blank', 'consent.granted', '', 'The row does not say whether the customer agreed.');
    return null;
  }
  return channels.map((each) =>
    set.put({
      table: 'consent',
      key: `${each} ${record.identityKey(identity)}`,
      identity,
      sourceRow: record.row,
      values: { channel: each, granted, decided_on: decided?.day ?? null },
    }),
  );
};
