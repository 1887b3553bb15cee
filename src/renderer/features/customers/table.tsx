import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import type { CustomerSort } from '../../../shared/contract/customers.ts';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import type { TableView } from '../../ui/customer-address.ts';
import { GapRow } from '../../ui/gap-row.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { useRestOfWindow } from '../../ui/use-rest-of-window.ts';
import { type Column, needsEstimates } from './columns.ts';
import classes from './customers.module.css';
import { moveFor } from './keys.ts';
import { between, isSelected, NONE, type Selection, toggled } from './selection.ts';
import { type Totals, useRows } from './use-rows.ts';

type Props = {
  readonly view: TableView;
  readonly columns: readonly Column[];
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly onTotals: (totals: Totals | null) => void;
  readonly onSort: (sort: CustomerSort) => void;
  readonly onOpen: (row: CustomerRow) => void;
  readonly onCopy: () => void;
};

const ROW = 34;

/** The customers, however many: only the rows in sight exist, and only their pages are read. */
export const CustomersTable = ({
  view,
  columns,
  selection,
  onSelection,
  onTotals,
  onSort,
  onOpen,
  onCopy,
}: Props) => {
  const format = useFormat();
  const anybody = usePortfolio().customers > 0;
  const scroll = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const anchor = useRef(0);
  const id = useId();
  const height = useRestOfWindow(scroll);
  const [range, setRange] = useState({ first: 0, last: 30 });
  const rows = useRows({ view, estimates: needsEstimates(columns) }, range.first, range.last);
  const total = rows.totals?.total ?? 0;
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollPaddingStart: ROW,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => setRange({ first, last }), [first, last]);
  const { totals } = rows;
  useEffect(() => onTotals(totals), [totals, onTotals]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view starts at its top
  useEffect(() => {
    setActive(0);
    scroll.current?.scrollTo({ top: 0 });
  }, [view]);

  const go = (to: number, extend: boolean): void => {
    const place = Math.min(total - 1, Math.max(0, to));
    if (!extend) anchor.current = place;
    setActive(place);
    onSelection(extend ? between(anchor.current, place) : NONE);
    virtual.scrollToIndex(place);
  };

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || total === 0) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW) / ROW) - 2);
    const move = moveFor(event.key, active, total, page);
    const row = rows.rowAt(active);
    if (move !== null) go(move, event.shiftKey);
    else if (event.key === 'Enter' && row) onOpen(row);
    else if (event.key === ' ') {
      anchor.current = active;
      onSelection(toggled(selection, active));
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
      onSelection(between(0, total - 1));
    else if (event.key === 'Escape') onSelection(NONE);
    else return;
    event.preventDefault();
  };

  const click = (event: MouseEvent, place: number, row: CustomerRow | undefined): void => {
    grid.current?.focus({ preventScroll: true });
    setActive(place);
    if (event.shiftKey) onSelection(between(anchor.current, place));
    else if (event.ctrlKey || event.metaKey) {
      anchor.current = place;
      onSelection(toggled(selection, place));
    } else if (row) onOpen(row);
  };

  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  if (rows.error) return <Failure error={rows.error} retry={rows.retry} />;
  return (
    <div ref={scroll} className={classes.scroll} style={{ height }}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows the arrow keys walk is a grid
        role="grid"
        tabIndex={0}
        className={classes.table}
        style={{ minWidth: columns.reduce((sum, c) => sum + c.width, 0) }}
        aria-label="Customers"
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={total > 0 && active >= first && active <= last ? `${id}-${active}` : undefined}
        onKeyDown={press}
        onCopy={(event) => {
          if (window.getSelection()?.isCollapsed === false) return;
          event.preventDefault();
          onCopy();
        }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.id} column={column} view={view} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <GapRow height={before} columns={columns.length} />
          {items.map((item) => {
            const row = rows.rowAt(item.index);
            return (
              <tr
                key={item.key}
                id={`${id}-${item.index}`}
                aria-rowindex={item.index + 2}
                aria-selected={isSelected(selection, item.index)}
                aria-busy={row === undefined || undefined}
                data-active={item.index === active || undefined}
                onClick={(event) => click(event, item.index, row)}
              >
                {columns.map((column) => {
                  const text = row === undefined ? '' : column.text(row, format);
                  return (
                    <td
                      key={column.id}
                      className={column.right ? classes.right : undefined}
                      data-name={column.id === 'name' || undefined}
                      title={column.right ? undefined : text}
                    >
                      {text}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          <GapRow height={after} columns={columns.length} />
        </tbody>
      </table>
      {rows.totals !== null && total === 0 && (
        <p className={classes.empty}>
          {anybody
            ? 'No customer fits. Widen the search or show everyone.'
            : 'No sale carries a customer yet. The overview says how to begin.'}
        </p>
      )}
    </div>
  );
};

type HeadProps = {
  readonly column: Column;
  readonly view: TableView;
  readonly onSort: (sort: CustomerSort) => void;
};

const Head = ({ column, view, onSort }: HeadProps) => {
  const { sort } = column;
  const sorted = sort !== undefined && sort === view.sort;
  const look = column.right ? classes.right : undefined;
  if (sort === undefined) {
    return (
      <th scope="col" className={look}>
        {column.title}
      </th>
    );
  }
  return (
    <th
      scope="col"
      className={look}
      aria-sort={sorted ? (view.direction === 'asc' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" className={classes.sort} onClick={() => onSort(sort)}>
        {column.title}
        {sorted && (
          <span aria-hidden="true" className={classes.mark}>
            {view.direction === 'asc' ? '▲' : '▼'}
          </span>
        )}
      </button>
    </th>
  );
};
