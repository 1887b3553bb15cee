import { describe, expect, test } from 'vitest';
import { makeSample } from '../../src/main/sample/sample.ts';
import { SAMPLE_KINDS } from '../../src/main/sample/truth.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { mills } from './naive-csv.ts';
import { readSales, sumOf } from './sales.ts';

const CUSTOMERS = { bakery: 150, wholesale: 120, webshop: 700, clinic: 500 };

describe.each(SAMPLE_KINDS)('%s: what an import must come to, counted again', (kind) => {
  const sample = makeSample({ kind, customers: CUSTOMERS[kind], seed: 5, until: isoDay('2025-09-30') });
  const { expected, truth } = sample;
  const read = readSales(sample);
  const { sales } = read;
  const orders = Map.groupBy(sales, (s) => s.order);

  test('records are imported or left out, each for its reason', () => {
    expect(read.records).toBe(expected.records);
    expect(sales).toHaveLength(expected.imported);
    expect(read.leftOut).toEqual(expected.leftOut);
    expect(expected.imported + expected.leftOutRecords).toBe(expected.records);
    expect(sumOf(Object.values(expected.leftOut), (n) => n)).toBe(expected.leftOutRecords);
    expect(read.blankLines).toBe(expected.blankLines);
  });

  test('every kind of dirt is there, three in a thousand or so', () => {
    const { 'footer-row': footers = 0, 'status-left-out': cancelled = 0, ...dirt } = read.leftOut;
    expect(footers).toBe(1);
    expect(cancelled).toBeGreaterThan(0);
    expect(Object.keys(dirt).sort()).toEqual(['amount-unreadable', 'date-unreadable', 'record-ragged']);
    const share = sumOf(Object.values(dirt), (n) => n) / read.records;
    expect(share).toBeGreaterThan(0.001);
    expect(share).toBeLessThan(0.006);
  });

  test('the money agrees to the cent', () => {
    expect(sumOf(sales, (s) => s.amount)).toBe(expected.amountMinor);
    expect(sumOf(sales, (s) => s.vat)).toBe(expected.vatMinor);
    expect(sumOf(sales, (s) => s.revenue)).toBe(expected.revenueMinor);
    expect(read.leftOutAmount).toBe(expected.leftOutAmountMinor);
    expect(read.total).toBe(expected.totalRowMinor);
    expect(expected.amountMinor + expected.leftOutAmountMinor).toBe(expected.totalRowMinor);
    const anonymous = sales.filter((s) => s.customer === '');
    expect(sumOf(anonymous, (s) => s.revenue)).toBe(expected.anonymousRevenueMinor);
  });

  test('orders, refunds, customers, products and the period agree', () => {
    expect(orders.size).toBe(expected.orders);
    const lists = [...orders.values()];
    expect(lists.filter((l) => l[0]?.customer === '')).toHaveLength(expected.anonymousOrders);
    expect(lists.filter((l) => l.every((s) => s.amount < 0))).toHaveLength(expected.refunds);
    expect(sales.filter((s) => s.amount < 0)).toHaveLength(expected.refundLines);
    expect(expected.refunds).toBeGreaterThan(0);
    const keys = new Set(sales.map((s) => s.customer));
    keys.delete('');
    expect(keys.size).toBe(expected.customers);
    expect(expected.customers).toBe(CUSTOMERS[kind]);
    expect(new Set(sales.map((s) => s.article)).size).toBe(expected.products);
    expect([sales[0]?.day, sales.at(-1)?.day]).toEqual([expected.period.from, expected.period.to]);
    expect([expected.period.from >= truth.from, expected.period.to <= truth.until]).toEqual([true, true]);
  });

  test('quantity × unit price − discount is the amount, rounded half away from zero', () => {
    const wrong = sales.filter((s) => {
      const thousandths = Math.abs(s.quantity) * mills(s.unitPrice);
      const gross = Math.sign(s.quantity) * Math.floor((thousandths + 5) / 10);
      return gross - s.discount !== s.amount;
    });
    expect(wrong).toEqual([]);
    expect(sales.some((s) => s.discount > 0)).toBe(true);
  });

  test('the file is in order: days ascend, receipts count up and stay in one piece', () => {
    const inFile = sales.map((s) => `${s.day} ${s.time} ${s.order}`);
    expect(inFile).toEqual([...inFile].sort());
    expect([...orders.values()].every((l) => new Set(l.map((s) => s.customer + s.day)).size === 1)).toBe(
      true,
    );
  });

  test('the truth says of each customer what the file says', () => {
    const byCustomer = Map.groupBy(sales, (s) => s.customer);
    for (const customer of truth.customers) {
      const own = byCustomer.get(customer.key) ?? [];
      const days = [...Map.groupBy(own, (s) => s.day)].filter(([, l]) => sumOf(l, (s) => s.revenue) > 0);
      expect({
        orders: new Set(own.map((s) => s.order)).size,
        purchaseDays: days.length,
        revenueMinor: sumOf(own, (s) => s.revenue),
        firstDay: days[0]?.[0],
        lastDay: days.at(-1)?.[0],
      }).toEqual(customer.bought);
    }
  });
});

test('some trade prices have three decimals', () => {
  const sample = makeSample({ kind: 'bakery', customers: 40, seed: 5, until: isoDay('2025-09-30') });
  const { sales } = readSales(sample);
  expect(sales.filter((s) => /^\d+\.\d{3}$/.test(s.unitPrice)).length).toBeGreaterThan(100);
});
