import type { ForeignChanges } from './model/foreign-changes.ts';
import { counted, plural } from './words.ts';

const TABLE_WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  customer: ['customer', 'customers'],
  customer_identity: ['number or address of a customer', 'numbers or addresses of customers'],
  product: ['product', 'products'],
  sales_order: ['order', 'orders'],
  order_line: ['order line', 'order lines'],
  setting: ['setting', 'settings'],
};

const rowsOf = (table: string, n: number): string => {
  const words = TABLE_WORDS[table];
  return words ? counted(n, ...words) : `${counted(n, 'row', 'rows')} of ${table.replaceAll('_', ' ')}`;
};

/** What differs, as sentences. @param moment how an instant is written */
export const foreignText = (
  { parts, comparedWith, tables, examples }: ForeignChanges,
  moment: (epochMs: number) => string,
): string[] => {
  const changed =
    parts === null
      ? 'What the file should hold is not known any more.'
      : `${counted(parts, 'part')} of the file ${plural(parts, 'is', 'are')} not as Clientele saved ${plural(parts, 'it', 'them')}.`;
  if (comparedWith === null) return [changed, 'It cannot be compared with a sound copy.'];
  const rows = tables.map(({ name, here, there }) =>
    here === there
      ? `${rowsOf(name, here)} changed`
      : `${rowsOf(name, here)} only here, ${there} only in the copy`,
  );
  return [
    changed,
    rows.length === 0
      ? `Nothing it holds differs from the copy of ${moment(comparedWith)}.`
      : `Compared with the copy of ${moment(comparedWith)}: ${rows.join('; ')}.`,
    ...examples.map(
      ({ table, column, before, now }) =>
        `${table.replaceAll('_', ' ')}, ${column.replaceAll('_', ' ')}: “${before}” is now “${now}”.`,
    ),
  ];
};
