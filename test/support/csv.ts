/** One order line as a test thinks of it; the columns of {@link csv} in their order. */
export type Sale = {
  readonly order: string;
  readonly date: string;
  readonly customer: string;
  readonly product: string;
  readonly quantity: string;
  readonly amount: string;
};

export const aSale = (sale: Partial<Sale> = {}): Sale => ({
  order: '1001',
  date: '2024-03-04',
  customer: 'C1',
  product: 'Bread',
  quantity: '1',
  amount: '4.20',
  ...sale,
});

/** A till's export with these sales. */
export const csv = (...sales: readonly Sale[]): string =>
  table(
    ['Order ID', 'Date', 'Customer ID', 'Product', 'Quantity', 'Amount'],
    sales.map((sale) => [sale.order, sale.date, sale.customer, sale.product, sale.quantity, sale.amount]),
  );

/** Any table as RFC 4180 text. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
