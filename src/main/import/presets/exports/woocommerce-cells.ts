import type { Header } from '../header.ts';

/** An article that an order holds in one of its cells. */
export type ArticleCell = {
  readonly name: string;
  readonly sku: string;
  readonly quantity: string;
  /** without tax, after discounts */
  readonly total: string;
};

const MOST = 60;

/**
 * Some export plugins write an order into one row and each article into a cell of its own (`line_item_1` …), or all of
 * them into one, with `;` between: `name:Mug|sku:M1|quantity:2|total:20.00`.
 */
export const cellsOfArticles = (header: Header): ((record: readonly string[]) => readonly ArticleCell[]) => {
  const names = ['line_items', ...Array.from({ length: MOST }, (_, at) => `line_item_${at + 1}`)];
  const columns = names.filter((name) => header.has(name)).map((name) => header.column(name));
  return (record) =>
    columns.flatMap((column) =>
      column(record)
        .split(/;(?=\s*(?:id|name|product_id|item_id):)/)
        .flatMap((cell) => articleIn(cell) ?? []),
    );
};

const articleIn = (cell: string): ArticleCell | null => {
  const parts = new Map(
    cell.split('|').map((part) => {
      const colon = part.indexOf(':');
      return [part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim()] as const;
    }),
  );
  const [name, total] = [parts.get('name'), parts.get('total')];
  if (!name || !total) return null;
  return {
    name,
    total,
    sku: parts.get('sku') ?? '',
    quantity: parts.get('quantity') ?? parts.get('qty') ?? '',
  };
};
