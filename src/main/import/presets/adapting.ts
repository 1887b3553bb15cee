import type { IssueCode } from '../../../shared/model/importing.ts';
import type { Field } from '../../../shared/model/sale-field.ts';
import type { Adapted, Adapter, LeftOut, SaleLine } from '../check/adapter.ts';

export const sale = (row: number, ...lines: readonly SaleLine[]): Adapted => ({ row, lines, leftOut: null });

export const left = (
  row: number,
  code: IssueCode,
  field: Field | null,
  value: string,
  message: string,
  amount: number | null = 0,
): Adapted => {
  const leftOut: LeftOut = { code, field, value, message, amount: amount ?? 0 };
  return { row, lines: [], leftOut };
};

/** An adapter for exports in which each record stands for itself. */
export const eachRecord = (adapt: (record: readonly string[], row: number) => Adapted): Adapter => ({
  take: (record, row) => [adapt(record, row)],
  end: () => [],
});

export type Held = { readonly record: readonly string[]; readonly row: number };

/** An adapter for exports that spread an order over several records, which follow one another. */
export const eachOrder = (
  orderOf: (record: readonly string[]) => string,
  adapt: (records: readonly [Held, ...Held[]]) => readonly Adapted[],
): Adapter => {
  let held: Held[] = [];
  let current = '';
  const release = (): readonly Adapted[] => {
    const [first, ...rest] = held;
    held = [];
    return first ? adapt([first, ...rest]) : [];
  };
  return {
    take: (record, row) => {
      const order = orderOf(record);
      const out = order === current && order !== '' ? [] : release();
      current = order;
      held.push({ record, row });
      return out;
    },
    end: release,
  };
};
