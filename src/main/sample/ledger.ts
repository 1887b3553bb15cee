import type { Minor } from '../../shared/model/money.ts';
import { minor } from '../../shared/model/money.ts';
import type { Line } from './basket.ts';
import type { Dirt } from './dirt.ts';
import { DIRT_CODES } from './dirt.ts';
import type { Business, Order } from './orders.ts';
import { closedWeekdays } from './orders.ts';
import type { Bought, SampleExpected, SampleTruth, TrueCustomer } from './truth.ts';

/** Keeps the books while the file is written. */
export type Ledger = {
  readonly line: (order: Order, line: Line, dirt: Dirt) => void;
  readonly order: (order: Order, day: number, written: readonly Line[]) => void;
  readonly blankLine: () => void;
  readonly totals: () => { readonly amount: number; readonly vat: number };
  readonly expected: () => SampleExpected;
  readonly truth: () => SampleTruth;
};

export const openLedger = (business: Business): Ledger => {
  const { kind, calendar, customers } = business;
  const net = (line: Line): number => line.amount - (kind.amountsIncludeVat ? line.vat : 0);
  const sum = { amount: 0, vat: 0, revenue: 0, anonymous: 0, outAmount: 0, outVat: 0, outRevenue: 0 };
  const count = { imported: 0, orders: 0, anonymousOrders: 0, refunds: 0, refundLines: 0, blankLines: 0 };
  const leftOut: Record<string, number> = {};
  const products = new Set<number>();
  const span = { first: -1, last: -1 };
  const bought = customers.map(() => ({ orders: 0, purchaseDays: 0, revenue: 0, first: -1, last: -1 }));
  const open = customers.map(() => ({ day: -1, net: 0 }));

  const leave = (code: string): void => {
    leftOut[code] = (leftOut[code] ?? 0) + 1;
  };
  const closeDay = (customer: number): void => {
    const day = open[customer];
    const book = bought[customer];
    if (day === undefined || book === undefined || day.day < 0 || day.net <= 0) return;
    book.purchaseDays++;
    book.last = day.day;
    if (book.first < 0) book.first = day.day;
  };

  return {
    line: (order, line, dirt) => {
      const readable = dirt === 'none' || dirt === 'bad-day';
      if (dirt === 'none' && !order.cancelled) {
        count.imported++;
        if (line.amount < 0) count.refundLines++;
        sum.amount += line.amount;
        sum.vat += line.vat;
        sum.revenue += net(line);
        if (order.customer < 0) sum.anonymous += net(line);
        products.add(line.article);
        return;
      }
      leave(dirt === 'none' ? 'status-left-out' : DIRT_CODES[dirt]);
      if (!readable) return;
      sum.outAmount += line.amount;
      sum.outVat += line.vat;
      sum.outRevenue += net(line);
    },
    order: (order, day, written) => {
      if (written.length === 0) return;
      count.orders++;
      if (order.refund) count.refunds++;
      if (order.customer < 0) count.anonymousOrders++;
      if (span.first < 0) span.first = day;
      span.last = day;
      const book = bought[order.customer];
      const current = open[order.customer];
      if (book === undefined || current === undefined) return;
      if (current.day !== day) {
        closeDay(order.customer);
        current.day = day;
        current.net = 0;
      }
      const revenue = written.reduce((a, l) => a + net(l), 0);
      current.net += revenue;
      book.revenue += revenue;
      book.orders++;
    },
    blankLine: () => {
      count.blankLines++;
    },
    totals: () => ({ amount: sum.amount + sum.outAmount, vat: sum.vat + sum.outVat }),
    expected: () => {
      const reasons = { ...leftOut, 'footer-row': 1 };
      const leftOutRecords = Object.values(reasons).reduce((a, b) => a + b, 0);
      return {
        currency: kind.currency,
        records: count.imported + leftOutRecords,
        ...count,
        leftOut: reasons,
        leftOutRecords,
        customers: bought.filter((b) => b.orders > 0).length,
        products: products.size,
        amountMinor: minor(sum.amount),
        vatMinor: minor(sum.vat),
        revenueMinor: minor(sum.revenue),
        anonymousRevenueMinor: minor(sum.anonymous),
        leftOutAmountMinor: minor(sum.outAmount),
        leftOutRevenueMinor: minor(sum.outRevenue),
        totalRowMinor: minor(sum.amount + sum.outAmount),
        period: { from: calendar.day(span.first), to: calendar.day(span.last) },
      };
    },
    truth: () => {
      for (const [i, day] of open.entries()) {
        closeDay(i);
        day.day = -1;
      }
      const book = (i: number): Bought => {
        const b = bought[i] ?? { orders: 0, purchaseDays: 0, revenue: 0, first: 0, last: 0 };
        const [firstDay, lastDay] = [calendar.day(b.first), calendar.day(b.last)];
        return {
          orders: b.orders,
          purchaseDays: b.purchaseDays,
          revenueMinor: minor(b.revenue),
          firstDay,
          lastDay,
        };
      };
      return {
        kind: kind.kind,
        from: calendar.from,
        until: calendar.until,
        currency: kind.currency,
        amountsIncludeVat: kind.amountsIncludeVat,
        anonymousShare: kind.anonymous?.share ?? 0,
        closedWeekdays: closedWeekdays(kind),
        customers: customers.map(
          (c, i): TrueCustomer => ({
            key: c.key,
            name: c.name,
            email: c.email,
            phone: c.phone,
            type: c.type.name,
            born: calendar.day(c.born),
            lostOn: c.end < calendar.days ? calendar.day(c.end) : null,
            growth: c.growth,
            yearlyFactor: c.yearlyFactor,
            rhythm: c.type.rhythm.kind,
            ratePerWeek: c.ratePerWeek,
            meanValue: Math.round(c.meanValue) as Minor,
            bought: book(i),
          }),
        ),
      };
    },
  };
};
