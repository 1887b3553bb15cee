import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { CustomerFilter, CustomerSort } from '../../../shared/contract/customers.ts';
import { api } from '../../client/api.ts';
import { firstDirection, paramsOf, viewOf } from '../../ui/customer-address.ts';
import { Page } from '../../ui/page.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { ColumnChoice } from './column-choice.tsx';
import { Filters } from './filters.tsx';
import { between, NONE, type Selection, selectedCount } from './selection.ts';
import { CustomersTable } from './table.tsx';
import { useColumns } from './use-columns.ts';
import { useCopy } from './use-copy.ts';
import type { Totals } from './use-rows.ts';

/** Everybody who bought: search, filter, sort, choose columns, copy. */
export const CustomersScreen = () => {
  const format = useFormat();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewOf(params), [params]);
  const chosen = useColumns();
  const [selection, setSelection] = useState<Selection>(NONE);
  const [totals, setTotals] = useState<Totals | null>(null);
  const copying = useCopy(view, chosen.columns);
  const selected = selectedCount(selection);

  const copy = (): void => copying.start(selected > 0 ? selection : between(0, (totals?.total ?? 0) - 1));

  const filterBy = (filter: CustomerFilter): void => {
    setSelection(NONE);
    setParams(paramsOf({ ...view, filter }), { replace: true });
  };
  const sortBy = (sort: CustomerSort): void => {
    setSelection(NONE);
    const direction = sort === view.sort ? (view.direction === 'asc' ? 'desc' : 'asc') : firstDirection(sort);
    setParams(paramsOf({ ...view, sort, direction }), { replace: true });
  };
  return (
    <Page
      money
      title="Customers"
      actions={
        <>
          <Prospects />
          <ColumnChoice shown={chosen.ids} onShown={chosen.choose} />
          {copying.read === null ? (
            <Button size="xs" variant="default" disabled={!totals?.total} onClick={copy}>
              {selected > 0 ? `Copy ${format.counted(selected, 'row')}` : 'Copy the table'}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={copying.stop}>
              {format.count(copying.read)} rows read. Stop
            </Button>
          )}
        </>
      }
    >
      <Group justify="space-between" gap="xs">
        <Filters filter={view.filter} onFilter={filterBy} />
        <Text size="sm" aria-live="polite">
          {totals !== null &&
            `${format.counted(totals.total, 'customer')}, ${format.money(totals.revenue12m, { headline: true })} in 12 months, ${format.money(totals.revenue, { headline: true })} in all`}
        </Text>
      </Group>
      <CustomersTable
        view={view}
        columns={chosen.columns}
        selection={selection}
        onSelection={setSelection}
        onTotals={setTotals}
        onSort={sortBy}
        onOpen={(row) => void navigate(`/customers/${row.id}`)}
        onCopy={copy}
      />
    </Page>
  );
};

/** The way to those who have not bought; nothing where there are none. */
const Prospects = () => {
  const format = useFormat();
  const query = useQuery(api.customers.prospects.queryOptions({ input: { offset: 0, limit: 1 } }));
  const total = query.data?.total ?? 0;
  return total === 0 ? null : (
    <Anchor component={Link} to="/customers/prospects" size="sm">
      {format.counted(total, 'has not bought yet', 'have not bought yet')}
    </Anchor>
  );
};
