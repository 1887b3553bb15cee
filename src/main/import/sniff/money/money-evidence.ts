import type { DecimalMark } from '../../values/decimal.ts';
import { plainHeader } from '../columns/header-words.ts';
import type { Places } from '../columns/places.ts';
import type { Table } from '../table/dialect.ts';
import { type MoneyColumn, quantityTimesPrice, type Relation } from './money-columns.ts';
import { moneyName } from './money-words.ts';

/** The smaller of two amounts that relate to each other as one rate of tax would have it, where no column tells the tax. */
export const pairWithoutTax = (
  table: Table,
  money: readonly MoneyColumn[],
  found: readonly Relation[],
): MoneyColumn | undefined => {
  const amounts = money.filter(({ name }) => name.role === 'amount');
  const related = (a: MoneyColumn, b: MoneyColumn): boolean =>
    found.some(({ total, part }) => total === a && part === b);
  if (money.some(({ name }) => name.role === 'tax')) return undefined;
  for (const whole of amounts)
    for (const part of amounts)
      if (
        part !== whole &&
        saySo(table, whole, part) &&
        !related(whole, part) &&
        isRateApart(whole.values, part.values)
      )
        return part;
  return undefined;
};

/** Their words tell them apart as net and gross or as subtotal and total: the same sum in two currencies is also one factor apart. */
const saySo = (table: Table, whole: MoneyColumn, part: MoneyColumn): boolean =>
  part.name.basis === 'net' ||
  whole.name.basis === 'gross' ||
  (whole.name.isTotal && /sub ?total/.test(plainHeader(table.header[part.at] ?? '')));

const isRateApart = (whole: Float64Array, part: Float64Array): boolean => {
  const rows = [...whole.keys()].filter((row) => whole[row] && part[row] && !Number.isNaN(part[row] ?? 0));
  const sum = (values: Float64Array): number =>
    rows.reduce((all, row) => all + Math.abs(values[row] ?? 0), 0);
  const ratio = sum(whole) / sum(part);
  const differing = new Set(rows.map((row) => part[row]));
  return (
    differing.size > 1 &&
    ratio > 1.02 &&
    ratio < 1.275 &&
    rows.every((row) => Math.abs((part[row] ?? 0) * ratio - (whole[row] ?? 0)) < 0.0151)
  );
};

/** Tax that is the share of a usual rate inside the amount, and of none on top of it. */
export const isInside = (tax: Float64Array, amount: Float64Array, rates: Float64Array | null): boolean => {
  const rows = [...tax.keys()].filter((row) => tax[row] && amount[row] && !Number.isNaN(amount[row] ?? 0));
  if (rates) {
    const off = (row: number, rate: number): number => Math.abs((amount[row] ?? 0) * rate - (tax[row] ?? 0));
    const told = rows
      .filter((row) => (rates[row] ?? 0) > 0)
      .map((row) => [row, percent(rates[row] ?? 0)] as const);
    const inside = told.filter(([row, rate]) => off(row, rate / (1 + rate)) < off(row, rate)).length;
    return told.length > 0 && inside > told.length * 0.8;
  }
  const sum = (values: Float64Array): number =>
    rows.reduce((all, row) => all + Math.abs(values[row] ?? 0), 0);
  const share = sum(tax) / sum(amount);
  const alike = rows.every((row) => Math.abs((amount[row] ?? 0) * share - (tax[row] ?? 0)) < 0.0151);
  const near = (rate: number): boolean => USUAL.some((usual) => Math.abs(rate * 100 - usual) < 0.12);
  return rows.length > 0 && alike && near(share / (1 - share)) && !near(share);
};

/** A column of taxes that is one usual rate of these amounts, in them or on top, is money even where its values look like rates. */
export const isShare = (tax: Float64Array, amount: Float64Array): boolean => {
  const rows = [...tax.keys()].filter((row) => tax[row] && amount[row] && !Number.isNaN(amount[row] ?? 0));
  const share = rows.reduce((all, row) => all + (tax[row] ?? 0) / (amount[row] ?? 1), 0) / rows.length;
  const near = (rate: number): boolean => USUAL.some((usual) => Math.abs(rate * 100 - usual) < 0.12);
  return (
    rows.length > 0 &&
    rows.every((row) => Math.abs((amount[row] ?? 0) * share - (tax[row] ?? 0)) < 0.0151) &&
    (near(share) || near(share / (1 - share)))
  );
};

/** 19 and 0.19 are the same rate. */
const percent = (rate: number): number => (rate < 1 ? rate : rate / 100);

const USUAL = [5, 5.5, 6, 7, 8, 9, 10, 12, 13, 15, 18, 19, 20, 21, 22, 23, 24, 25, 27];

/** A list of payments: what was paid has the tax in it. */
export const isPayment = (table: Table, header: string): boolean =>
  /\b(amount|paid|betrag|montant|importe|importo|bedrag|valor)\b|betrag/.test(plainHeader(header)) &&
  moneyName(header).basis === null &&
  table.header.some((each) =>
    /^(payment|tender|card)( (type|method|brand|id|date|note))?$|zahl(ungs)?art|^tender/i.test(each.trim()),
  );

/** Of two amounts the one that is the other times the quantity; the other is the price of one. */
export const multiple = (
  table: Table,
  places: Places,
  money: readonly MoneyColumn[],
  mark: DecimalMark,
): number | undefined => {
  if (places['line.unitPrice'] !== undefined || places['line.quantity'] === undefined) return undefined;
  const amounts = money.filter(({ name }) => name.role === 'amount');
  for (const price of amounts) {
    const product =
      quantityTimesPrice(table, { ...places, 'line.unitPrice': price.at }, mark) ?? new Float64Array();
    const differs = product.some((value, row) => Math.abs(value - (price.values[row] ?? 0)) > 0.0151);
    const is = ({ values }: MoneyColumn): boolean =>
      product.every((value, row) => Number.isNaN(value) || Math.abs(value - (values[row] ?? 0)) < 0.0151);
    const found = differs ? amounts.find((each) => each !== price && is(each)) : undefined;
    if (found) return found.at;
  }
  return undefined;
};
