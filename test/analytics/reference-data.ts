import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PurchaseHistory } from '../../src/main/analytics/history.ts';
import { historyOf } from './builders.ts';

/** Sets for measuring that lie beside the project and are not part of it; tests on them skip where they are absent. */
const fileNamed = (name: string): URL => new URL(`../../../shared/data/${name}`, import.meta.url);

const present = (name: string): boolean => {
  if (existsSync(fileNamed(name))) return true;
  process.stderr.write(
    `SKIPPED: ${name} is not beside the project; the tests that measure on it do not run.\n`,
  );
  return false;
};

const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

/** CDNOW sample: 6,919 purchases of 2,357 customers up to 30 June 1998, net in cents (Fader & Hardie). */
export const cdnowIsPresent = present('cdnow-sample.csv');
export const readCdnow = (): PurchaseHistory => {
  const lines = readFileSync(fileNamed('cdnow-sample.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
  const customers = new Map<string, [number, number][]>();
  for (const line of lines) {
    const [id, date, , amount] = line.split(',') as [string, string, string, string];
    const entry: [number, number] = [Date.parse(date) / 86_400_000, Math.round(Number(amount) * 100)];
    const entries = customers.get(id);
    if (entries) entries.push(entry);
    else customers.set(id, [entry]);
  }
  return historyOf([...customers.values()], dayOf(1998, 6, 30));
};

/** Online Retail (UCI): the lines with a customer, one entry per customer and day, net in pence, as of 9 Dec 2011. */
export const onlineRetailIsPresent = present('online-retail.csv.gz');
export const readOnlineRetail = (): PurchaseHistory => {
  const text = gunzipSync(readFileSync(fileNamed('online-retail.csv.gz'))).toString('latin1');
  const customers = new Map<number, Map<number, number>>();
  // the last five fields hold no commas: quantity, date, price, customer, country
  const shape = /,(-?\d+),(\d+)\/(\d+)\/(\d+) [\d:]+,(-?[\d.]+),(\d+)(?:\.0)?,[^,]*$/;
  for (const line of text.split(/\r?\n/)) {
    const m = shape.exec(line);
    if (!m) continue;
    const day = dayOf(Number(m[4]), Number(m[2]), Number(m[3]));
    const amount = Math.round(Number(m[1]) * Number(m[5]) * 100);
    const id = Number(m[6]);
    let days = customers.get(id);
    if (!days) {
      days = new Map();
      customers.set(id, days);
    }
    days.set(day, (days.get(day) ?? 0) + amount);
  }
  const ids = [...customers.keys()].sort((a, b) => a - b);
  return historyOf(
    ids.map((id) => [...customers.get(id)!]),
    dayOf(2011, 12, 9),
  );
};
