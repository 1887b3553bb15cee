import type { Statuses } from '../plan/statuses.ts';
import { plainHeader } from '../sniff/columns/header-words.ts';
import type { Table } from '../sniff/table/dialect.ts';
import { type Decimal, type DecimalMark, readDecimal } from '../values/decimal.ts';
import { isGivenBack } from '../values/words.ts';
import type { FieldColumns } from './plan-parts.ts';

const STATUS = /\b(status|statut|estado|stato|stav|tila|durum\w*)\b|status$|状態|ステータス/;
const OF_SALE =
  /\b(order|payment|financial|transaction|sale|invoice|receipt|pedido|pago|commande|paiement|ordine|pagamento)\b|bestell|zahl|rechnung|auftrag|betal|ordre|orderst|objednavk|platb|siparis|odeme|tilauk|maksu|zamowien|platnosc/;
const OF_DELIVERY =
  /\b(fulfil?lment|shipping|shipment|delivery|dispatch|livraison|expedition|envio|entrega|spedizione|consegna)\b|versand|liefer|verzend|bezorg|lever|toimitu|dostaw|doruc|teslimat|kargo/;

const scratch: Decimal = { mantissa: 0, scale: 0 };

/** Which columns of a plain file say how far a sale has come; null where none does. */
export const planStatuses = (
  table: Table,
  at: FieldColumns,
  mark: DecimalMark,
  hasRefundColumn: boolean,
): Statuses | null => {
  const first = at['order.status'];
  const others = table.header.flatMap((header, column) => {
    const plain = plainHeader(header);
    if (column === first || !STATUS.test(plain)) return [];
    if (OF_DELIVERY.test(plain)) return [{ at: column, ofDelivery: true }];
    return OF_SALE.test(plain) ? [{ at: column, ofDelivery: false }] : [];
  });
  const isDelivery = first !== undefined && OF_DELIVERY.test(plainHeader(table.header[first] ?? ''));
  const columns = [...(first === undefined ? [] : [{ at: first, ofDelivery: isDelivery }]), ...others];
  return columns.length === 0
    ? null
    : {
        columns,
        refundsTold:
          hasRefundColumn ||
          refundsHaveRows(
            table,
            columns.map((each) => each.at),
            at,
            mark,
          ),
      };
};

/** Most sales that are marked as given back have a row somewhere that takes the same amount off. */
const refundsHaveRows = (
  table: Table,
  columns: readonly number[],
  at: FieldColumns,
  mark: DecimalMark,
): boolean => {
  const amount = at['line.amount'] ?? at['line.unitPrice'];
  if (amount === undefined) return false;
  const read = (row: readonly string[]): number =>
    readDecimal((row[amount] ?? '').trim(), mark, scratch) ? scratch.mantissa / 10 ** scratch.scale : 0;
  const off = new Set(table.sample.map(read).filter((value) => value < 0));
  const marked = table.sample
    .filter((row) => columns.some((column) => isGivenBack((row[column] ?? '').trim())))
    .map(read)
    .filter((value) => value > 0);
  const answered = marked.filter((value) => off.has(-value)).length;
  return marked.length > 0 && answered * 2 > marked.length;
};
