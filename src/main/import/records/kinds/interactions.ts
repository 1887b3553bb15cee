import { interactionType } from '../../values/choices.ts';
import { nameKey } from '../../values/name-key.ts';
import { nobody, noDay, type RecordReader } from '../record-reader.ts';
import { type Readable, type RecordValues, UNREADABLE } from '../record-values.ts';

const CLOCK = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/;

export const interactions: RecordReader = (record, set) => {
  const identity = record.customer();
  if (identity < 0) return nobody(record);
  const moment = record.moment('interaction.date', 'interaction.time');
  if (moment === UNREADABLE) return null;
  if (moment === null) return noDay(record, 'interaction.date');
  const seconds = duration(record);
  if (seconds === UNREADABLE) return null;
  const label = record.text('interaction.type') ?? 'contact';
  const note = record.text('interaction.note');
  const id = record.text('interaction.id');
  const content = [moment.day, moment.second, record.identityKey(identity), nameKey(label), note];
  return [
    set.put({
      table: 'interaction',
      key: id ?? set.keyOf(content),
      identity,
      sourceRow: record.row,
      values: {
        day: moment.day,
        second_of_day: moment.second,
        type: interactionType(label),
        label,
        duration_seconds: seconds,
        outcome: record.text('interaction.outcome'),
        note,
      },
    }),
  ];
};

/** Minutes, or hours and minutes as a clock shows them. @returns seconds */
const duration = (record: RecordValues): Readable<number> => {
  const cell = record.text('interaction.minutes');
  const clock = cell === null ? null : CLOCK.exec(cell);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const micro = record.micro('interaction.minutes');
  if (micro === null || micro === UNREADABLE) return micro;
  if (micro < 0)
    return record.fail('value-out-of-range', 'interaction.minutes', cell!, 'A time cannot be negative.');
  return Math.round((micro * 60) / 1e6);
};
