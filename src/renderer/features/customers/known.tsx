import { Badge, Button, DataList, Group, Table, Text, Title } from '@mantine/core';
import type { InfiniteData } from '@tanstack/react-query';
import type { CustomerEntry, CustomerRecords } from '../../../shared/model/customer-records.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './page.module.css';
import type { RecordsQuery } from './use-records.ts';

const KIND_WORDS: Readonly<Record<CustomerEntry['kind'], string>> = {
  interaction: 'Contact',
  feedback: 'Answer',
  quote: 'Quote',
  campaign: 'Campaign',
  cost: 'Cost',
};

type Props = { readonly query: RecordsQuery; readonly data: InfiniteData<CustomerRecords> };

/** What is known of a customer besides what they bought; nothing where nothing is. */
export const Known = ({ query, data }: Props) => {
  const format = useFormat();
  const first = data.pages[0]!;
  const entries = data.pages.flatMap((page) => page.entries);
  if (first.traits.length === 0 && first.consents.length === 0 && first.total === 0) return null;
  return (
    <section aria-labelledby="known">
      <Title order={2} id="known" mb="xs">
        {first.total === 0
          ? 'Also known'
          : `${format.counted(first.total, 'entry', 'entries')} besides sales`}
      </Title>
      <DataList size="sm" gap={4} labelWidth="140px" mb={first.total > 0 ? 'sm' : 0}>
        {first.traits.map(({ name, value }) => (
          <DataList.Item key={name}>
            <DataList.ItemLabel>{name}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
        {first.consents.map(({ channel, sentence }) => (
          <DataList.Item key={channel}>
            <DataList.ItemLabel>{channel}</DataList.ItemLabel>
            <DataList.ItemValue>{sentence}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {entries.length > 0 ? (
        <>
          <Table verticalSpacing={4} className={classes.numbers}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={120}>Day</Table.Th>
                <Table.Th w={100}>Kind</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>From</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => (
                <Table.Tr key={`${entry.kind} ${entry.file} ${entry.row}`}>
                  <Table.Td>{format.day(entry.day)}</Table.Td>
                  <Table.Td>
                    <Badge variant="default" tt="none" fw={500}>
                      {KIND_WORDS[entry.kind]}
                    </Badge>
                  </Table.Td>
                  <Table.Td className={classes.fact}>{entry.sentence}</Table.Td>
                  <Table.Td>
                    {entry.file}, row {entry.row}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Group mt="xs" gap="sm">
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
            <Text size="sm" c="dimmed">
              {format.count(entries.length)} of {format.count(first.total)}
            </Text>
          </Group>
        </>
      ) : null}
    </section>
  );
};
