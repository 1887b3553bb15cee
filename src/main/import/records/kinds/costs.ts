import { productAtScale } from '../../values/decimal.ts';
import { nameKey } from '../../values/name-key.ts';
import { noDay, type RecordReader } from '../record-reader.ts';
import type { RecordRow, RecordSet } from '../record-set.ts';
import { type RecordValues, UNREADABLE } from '../record-values.ts';

const MICRO_SCALE = 6;

export const costs: RecordReader = (record, set) => {
  const activity = record.text('cost.activity');
  if (activity === null) {
    record.fail('key-blank', 'cost.activity', '', 'The row does not say what the cost was for.');
    return null;
  }
  const day = record.moment('cost.date');
  const quantity = record.micro('cost.quantity');
  const amount = record.money('cost.amount');
  const rate = record.micro('cost.rate', 'amount-unreadable');
  if (day === UNREADABLE || quantity === UNREADABLE || amount === UNREADABLE || rate === UNREADABLE)
    return null;
  if (day === null && amount === null && rate !== null) return [rateOf(record, set, activity, rate)];
  if (day === null) return noDay(record, 'cost.date');
  const spent = amount ?? priced(record, quantity, rate);
  if (spent === null && quantity === null) {
    record.fail('amount-unreadable', 'cost.amount', '', 'There is no amount and no quantity.');
    return null;
  }
  const identity = record.customer();
  const note = record.text('cost.note');
  const content = [day.day, record.identityKey(identity), nameKey(activity), quantity, spent, note];
  return [
    set.put({
      table: 'cost_entry',
      key: set.keyOf(content),
      identity,
      sourceRow: record.row,
      values: { day: day.day, activity, quantity_micro: quantity, amount_minor: spent, note },
    }),
  ];
};

const rateOf = (record: RecordValues, set: RecordSet, activity: string, rate: number): RecordRow =>
  set.put({
    table: 'cost_rate',
    key: nameKey(activity),
    sourceRow: record.row,
    values: { activity, unit: record.text('cost.unit') ?? 'each', rate_micro: rate },
  });

/** Quantity × rate in minor units, rounded half away from zero; null where one of them is missing. */
const priced = (record: RecordValues, quantity: number | null, rate: number | null): number | null =>
  quantity === null || rate === null
    ? null
    : productAtScale(
        { mantissa: quantity, scale: MICRO_SCALE },
        { mantissa: rate, scale: MICRO_SCALE },
        record.plan.digits,
      );
