import { Anchor, List, Progress, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Audit, AuditCheck } from '../../../shared/model/audit.ts';
import { api } from '../../client/api.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { DIMENSION_WORDS, gaps, inOrder, scoreText } from './model.ts';

/** How good the data are: each gap with what it prevents, and the way to mend it. */
export const AuditScreen = () => {
  const query = useQuery(api.audit.read.queryOptions());
  return (
    <Page
      title="How good are your data?"
      lead="What is missing or doubtful in what was imported, what it keeps you from knowing, and what to do."
    >
      <QueryState query={query} what="Looking through the data">
        {(audit) => ('reason' in audit ? <NotAvailableNotice missing={audit} /> : <View audit={audit} />)}
      </QueryState>
    </Page>
  );
};

const View = ({ audit }: { readonly audit: Audit }) => {
  const found = gaps(audit.checks);
  const fine = inOrder(audit.checks);
  return (
    <>
      <Title order={2}>{audit.sentence}</Title>
      {found.length > 0 && (
        <Table.ScrollContainer minWidth={860} scrollAreaProps={{ type: 'auto' }}>
          <Table aria-label="Gaps, the widest first" verticalSpacing="xs" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={140}>Score</Table.Th>
                <Table.Th>What was found</Table.Th>
                <Table.Th w="36%">What it prevents</Table.Th>
                <Table.Th>What to do</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((check) => (
                <Gap key={check.id} check={check} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {fine.length > 0 && (
        <section aria-labelledby="in-order">
          <Title order={2} id="in-order" mb={4}>
            In order
          </Title>
          <List size="sm">
            {fine.map(({ id, sentence }) => (
              <List.Item key={id}>{sentence}</List.Item>
            ))}
          </List>
        </section>
      )}
      <section aria-labelledby="sources">
        <Title order={2} id="sources" mb={4}>
          Where the data come from
        </Title>
        <Text size="sm">{audit.sourcesSentence}</Text>
      </section>
      <Text size="xs" c="dimmed">
        The score is the mean of what is complete, valid, told once, fresh and far enough back. Each of these
        is the mean of its checks, and a check is the share of cases without the fault.
      </Text>
    </>
  );
};

const Gap = ({ check }: { readonly check: AuditCheck }) => (
  <Table.Tr style={{ verticalAlign: 'top' }}>
    <Table.Td>
      <Text size="sm" fw={600}>
        {scoreText(check.score)} of 100
      </Text>
      <Progress value={check.score} size="sm" aria-hidden="true" />
      <Text size="xs" c="dimmed">
        {DIMENSION_WORDS[check.dimension]}
      </Text>
    </Table.Td>
    <Table.Td>{check.sentence}</Table.Td>
    <Table.Td>{check.prevents}</Table.Td>
    <Table.Td>
      {check.fix}{' '}
      {check.to === null ? null : (
        <Anchor component={Link} to={check.to} inherit style={{ whiteSpace: 'nowrap' }}>
          {check.to === '/customers' ? 'Customers' : 'Import'}
        </Anchor>
      )}
    </Table.Td>
  </Table.Tr>
);
