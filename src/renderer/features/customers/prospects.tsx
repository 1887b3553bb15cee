import { Anchor, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../client/api.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { phoneText } from '../../ui/text/phone.ts';

const STEP = 100;

/** People who are known and have not bought: strangers to be won. */
export const ProspectsScreen = () => {
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 200);
  const query = useInfiniteQuery(
    api.customers.prospects.infiniteOptions({
      input: (offset: number) => ({ search: wanted, offset, limit: STEP }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const read = all.reduce((sum, page) => sum + page.rows.length, 0);
        return last.rows.length > 0 && read < last.total ? read : undefined;
      },
    }),
  );
  return (
    <Page
      title="Known, and not bought yet"
      actions={
        <Anchor component={Link} to="/customers" size="sm">
          All customers
        </Anchor>
      }
    >
      <TextInput
        size="xs"
        maw={280}
        placeholder="Name, company, e-mail or town"
        aria-label="Search prospects"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <QueryState query={query} what="Reading the prospects">
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows);
          const total = data.pages[0]!.total;
          if (total === 0 && wanted === '')
            return (
              <NotAvailableNotice
                missing={{
                  grade: 'D',
                  reason: 'Everybody who is known has bought.',
                  needed: 'Prospects come from a list of customers, or from quotes.',
                }}
                button="Import one"
                to="/import"
              />
            );
          return (
            <>
              <Table.ScrollContainer minWidth={760}>
                <Table aria-label="Prospects" verticalSpacing={4}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Name</Table.Th>
                      <Table.Th>Company</Table.Th>
                      <Table.Th>Town</Table.Th>
                      <Table.Th>E-mail</Table.Th>
                      <Table.Th>Phone</Table.Th>
                      <Table.Th>Group</Table.Th>
                      <Table.Th ta="right">Open quotes</Table.Th>
                      <Table.Th>May be written to</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {rows.map((row) => (
                      <Table.Tr key={row.id}>
                        <Table.Td>
                          <Anchor component={Link} to={`/customers/${row.id}`} size="sm">
                            {row.name}
                          </Anchor>
                        </Table.Td>
                        <Table.Td>{row.company}</Table.Td>
                        <Table.Td>{row.city}</Table.Td>
                        <Table.Td>{row.email}</Table.Td>
                        <Table.Td>{row.phone === null ? null : phoneText(row.phone)}</Table.Td>
                        <Table.Td>{row.group}</Table.Td>
                        <Table.Td ta="right">
                          {row.openQuotes > 0 ? format.count(row.openQuotes) : null}
                        </Table.Td>
                        <Table.Td>{row.contactable ? 'yes' : 'no'}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <Group gap="sm">
                {query.hasNextPage ? (
                  <Button
                    size="xs"
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    Show more
                  </Button>
                ) : null}
                <Text size="sm" c="dimmed" role="status">
                  {total === 0
                    ? 'Nobody fits.'
                    : `${format.count(rows.length)} of ${format.counted(total, 'person', 'people')}`}
                </Text>
              </Group>
            </>
          );
        }}
      </QueryState>
    </Page>
  );
};
