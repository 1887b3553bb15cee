import type { IssueCode } from '../../shared/model/importing.ts';
import type { Order } from './orders.ts';
import type { Random } from './random.ts';

/**
 * What is wrong with a record. Each kind leaves one reading only: a bad day spoils a whole receipt, so that no other
 * line tells the day; a bad amount comes with a bad unit price, so that it cannot be computed; a torn record ends
 * before its quantity.
 */
export type Dirt = 'none' | 'bad-day' | 'bad-amount' | 'torn';

/** Shares of receipts, of lines, of lines, of lines: together about three in a thousand records. */
const BAD_DAY = 0.001;
const BAD_AMOUNT = 0.001;
const TORN = 0.0006;
const BLANK_LINE = 0.0003;

export const DIRT_CODES: Readonly<Record<Exclude<Dirt, 'none'>, IssueCode>> = {
  'bad-day': 'date-unreadable',
  'bad-amount': 'amount-unreadable',
  torn: 'record-ragged',
};

/** A customer's first order, cancelled orders and credit notes stay clean, so that they can be counted on. */
const staysClean = (order: Order): boolean => order.first || order.cancelled || order.refund;

export const hasBadDay = (order: Order, random: Random): boolean =>
  random.chance(BAD_DAY) && !staysClean(order);

export const dirtOfLine = (order: Order, random: Random): Dirt => {
  const u = random.unit();
  if (staysClean(order) || u >= BAD_AMOUNT + TORN) return 'none';
  return u < BAD_AMOUNT ? 'bad-amount' : 'torn';
};

export const blankLineBefore = (random: Random): boolean => random.chance(BLANK_LINE);

/** 31 February of the year, as two kinds of tills would write it. */
export const impossibleDay = (year: string, random: Random): string =>
  random.chance(0.5) ? `31.02.${year}` : `${year}-02-31`;

export const unreadableAmount = (random: Random): string => (random.chance(0.5) ? 'ERROR' : 'n/a');
