import {
  declarationOf,
  type ImportKind,
  RECORD_KIND_NAMES,
  type RecordKindName,
} from '../../../../shared/model/import-kind.ts';
import type { ImportOptions } from '../../../../shared/model/importing.ts';
import { FIELDS } from '../../../../shared/model/sale-field.ts';
import type { Table } from '../table/dialect.ts';
import { plainHeader } from './header-words.ts';
import { isListOfPeople } from './list-of-people.ts';
import { matchColumns } from './match-columns.ts';
import { vocabularyOf } from './record-vocabulary.ts';

type Candidate = { readonly kind: RecordKindName; readonly telling: number; readonly matched: number };

/**
 * What a file holds, by what its columns can mean. Sales, unless a column tells otherwise: a list of campaign
 * recipients has days and amounts too, but no sale has an "Opened". A list of people without days and
 * amounts is of customers.
 */
export const kindOfFile = (table: Table, options: ImportOptions): ImportKind => {
  const sales = matchColumns(table.header, table.sample, saleMapping(options));
  const has = (field: string): boolean => sales.some((column) => column.field === field);
  const sold = has('order.date') && (has('line.amount') || has('line.unitPrice'));
  const plainlySales = sold && (has('order.id') || has('line.quantity') || has('product.name'));
  const candidates = RECORD_KIND_NAMES.flatMap((kind) => candidateOf(kind, table, options) ?? []).sort(
    (a, b) => b.telling - a.telling || b.matched - a.matched,
  );
  const isInvoice =
    sold && has('order.id') && (has('line.quantity') || has('customer.name') || has('customer.id'));
  const [best] = candidates.filter(({ kind }) => !(isInvoice && kind === 'products'));
  if (best && best.telling > (plainlySales ? 1 : 0)) return best.kind;
  const people = candidates.find(({ kind }) => kind === 'customers');
  if (people && isListOfPeople(table, sales)) return 'customers';
  if (sold) return 'orders';
  const sale = ['order.date', 'order.id', 'line.amount', 'line.unitPrice', 'line.quantity'].some(has);
  return people && !sale ? 'customers' : 'orders';
};

const saleMapping = ({ mapping }: ImportOptions): ImportOptions['mapping'] =>
  mapping &&
  Object.fromEntries(
    Object.entries(mapping).filter(
      ([, field]) => field === null || (FIELDS as readonly string[]).includes(field),
    ),
  );

/** Whether the file can be of this kind: what is needed is there, and the owner's mapping fits. */
const candidateOf = (kind: RecordKindName, table: Table, { mapping }: ImportOptions): Candidate | null => {
  const { columns: fields, needs, telling: words } = declarationOf(kind);
  const told = Object.values(mapping ?? {}).filter((field) => field !== null);
  if (!told.every((field) => fields.includes(field))) return null;
  const columns = matchColumns(table.header, table.sample, mapping, vocabularyOf(kind));
  const found = new Set(columns.map(({ field }) => field));
  if (!needs.every(({ anyOf }) => anyOf.some((field) => found.has(field)))) return null;
  const telling = table.header.filter((name) => words.includes(plainHeader(name))).length;
  const own = told.filter((field) => !(FIELDS as readonly string[]).includes(field)).length;
  return {
    kind,
    telling: telling + own,
    matched: columns.filter(({ field }) => field !== null).length,
  };
};
