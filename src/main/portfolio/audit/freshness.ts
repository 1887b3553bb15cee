import type { AuditCheck } from '../../../shared/model/audit.ts';
import { addDays, addMonths, dayNumber, isoDay } from '../../../shared/model/day.ts';
import { plural } from '../../../shared/words.ts';
import { q } from '../../database/query.ts';
import { storedMarks } from '../analysis/calendar.ts';
import { lastSaleDay } from '../analysis/history.ts';
import { type AuditInput, checked } from './check.ts';

/** How old the data are, and whether a month is missing in between. */
export const freshness = (input: AuditInput): AuditCheck[] => [...salesRecent(input), ...monthsWhole(input)];

const WEEK = 7;
const WEEKS_OF_A_YEAR = 52;

const salesRecent = ({ db, say, today }: AuditInput): AuditCheck[] => {
  const last = lastSaleDay(db);
  if (last === null) return [];
  const days = Math.max(0, dayNumber(today) - dayNumber(last));
  const found = Math.min(WEEKS_OF_A_YEAR, Math.floor(days / WEEK));
  return checked({
    id: 'sales-recent',
    dimension: 'freshness',
    found,
    of: WEEKS_OF_A_YEAR,
    sentence: `The last sale is of ${say.day(last)}, ${days === 0 ? 'today' : `${say.counted(days, 'day')} ago`}${found === WEEKS_OF_A_YEAR ? ': a year or more' : ''}.`,
    prevents: 'Every figure is as of that day: who has bought since still looks silent.',
    fix: 'Export the sales since then and import them; what is already there is recognised.',
    to: '/import',
  });
};

const monthsWhole = ({ db, say }: AuditInput): AuditCheck[] => {
  const months = db
    .all(q.selectFrom('month_summary').select('month').where('lines', '>', 0).orderBy('month'))
    .map(({ month }) => month);
  if (months.length === 0) return [];
  // what the sales only suggest to be a closure may as well be a file that is missing
  const closed = storedMarks(db).filter(({ kind, state }) => kind === 'closed' && state === 'confirmed');
  const isClosed = (month: string): boolean => {
    const first = isoDay(`${month}-01`);
    const [from, to] = [dayNumber(first), dayNumber(addDays(addMonths(first, 1), -1))];
    return closed.some((span) => span.from <= from && span.to >= to);
  };
  const there = new Set(months);
  const all = monthsBetween(months[0]!, months.at(-1)!).filter(
    (month) => there.has(month) || !isClosed(month),
  );
  const missing = all.filter((month) => !there.has(month));
  const found = missing.length;
  return checked({
    id: 'months-whole',
    dimension: 'freshness',
    found,
    of: all.length,
    sentence:
      found === 0
        ? 'Every month from the first sale to the last has sales.'
        : `${say.counted(found, 'month')} between the first sale and the last ${plural(found, 'has', 'have')} no sale: ${listed(missing.map(say.month))}.`,
    prevents: 'A file that is missing looks like customers who stayed away.',
    fix: 'Import the sales of these months, or mark them as closed.',
    to: '/import',
  });
};

const MOST_NAMED = 4;

const listed = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED - 1).join(', ')} and ${names.length - MOST_NAMED + 1} more`;

/** Months as `2024-01`, both ends among them. */
const monthsBetween = (first: string, last: string): string[] => {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, i) => {
    const at = number(first) + i;
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
};
