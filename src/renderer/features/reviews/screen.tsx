import {
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Radio,
  SegmentedControl,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Paper as PaperSize, ReviewEntry, ReviewForm } from '../../../shared/model/review.ts';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { paperFor } from './model.ts';
import classes from './reviews.module.css';

/** Make a printable review, and open the ones made before. */
export const ReviewsScreen = () => {
  const { orders } = usePortfolio();
  const query = useQuery(api.reviews.list.queryOptions());
  return (
    <Page
      title="Reviews"
      lead="To take to a meeting: where the business stands, who matters, who is at risk, and what to do."
    >
      {orders === 0 ? (
        <NotAvailableNotice
          missing={{
            grade: 'D',
            reason: 'There are no sales to review yet.',
            needed: 'Import your sales first.',
          }}
        />
      ) : (
        <div className={classes.layout}>
          <Make />
          <QueryState query={query} what="Reading the reviews">
            {(entries) => <Made entries={entries} />}
          </QueryState>
        </div>
      )}
    </Page>
  );
};

const Make = () => {
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [names, setNames] = useState<'initials' | 'full'>('initials');
  const [paper, setPaper] = useState<PaperSize>(() => paperFor(format.locale));
  const [form, setForm] = useState<ReviewForm>('short');
  const making = useMutation(
    api.reviews.make.mutationOptions({
      onSuccess: (entry) => {
        void queries.invalidateQueries({ queryKey: api.reviews.key() });
        void queries.invalidateQueries({ queryKey: api.portfolio.key() });
        void queries.invalidateQueries({ queryKey: api.overview.key() });
        void navigate(`/reviews/${entry.id}`);
      },
      onError: (error) => notifications.show({ color: 'red', message: failureSentence(error) }),
    }),
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="make">
      <Title order={2} id="make" mb="sm">
        Make a review of today
      </Title>
      <Stack gap="md">
        <Radio.Group
          label="Customers are named"
          value={names}
          onChange={(v) => setNames(v === 'full' ? 'full' : 'initials')}
        >
          <Stack gap={6} mt={6}>
            <Radio
              value="initials"
              label="by their initials"
              description="To hand to a bank, a partner or a team"
            />
            <Radio
              value="full"
              label="in full, with phone numbers"
              description="The owner’s copy: keep it to yourself"
            />
          </Stack>
        </Radio.Group>
        <div>
          <Text size="sm" fw={500} mb={4} id="paper">
            Paper
          </Text>
          <SegmentedControl
            aria-labelledby="paper"
            size="xs"
            data={['A4', 'Letter']}
            value={paper}
            onChange={(v) => setPaper(v === 'Letter' ? 'Letter' : 'A4')}
          />
        </div>
        <div>
          <Text size="sm" fw={500} mb={4} id="form">
            Length
          </Text>
          <SegmentedControl
            aria-labelledby="form"
            size="xs"
            data={[
              { value: 'short', label: 'Two pages' },
              { value: 'long', label: 'With years and all notes' },
            ]}
            value={form}
            onChange={(v) => setForm(v === 'long' ? 'long' : 'short')}
          />
        </div>
        <Button
          loading={making.isPending}
          onClick={() => making.mutate({ ownersCopy: names === 'full', paper, form })}
        >
          Make the review
        </Button>
      </Stack>
    </Paper>
  );
};

const Made = ({ entries }: { readonly entries: readonly ReviewEntry[] }) => {
  const format = useFormat();
  if (entries.length === 0) {
    return (
      <Text py="md">
        No review has been made yet. Each one is kept as it was, so that later ones can be compared with it.
      </Text>
    );
  }
  return (
    <section aria-labelledby="made">
      <Title order={2} id="made" mb="xs">
        {entries.length === 1 ? 'One review so far' : `${format.count(entries.length)} reviews so far`}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Made</Table.Th>
            <Table.Th>Sales up to</Table.Th>
            <Table.Th>What it says</Table.Th>
            <Table.Th>Copy</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td className={classes.nowrap}>
                <Anchor component={Link} to={`/reviews/${entry.id}`} size="sm">
                  {format.moment(entry.madeAt)}
                </Anchor>
              </Table.Td>
              <Table.Td className={classes.nowrap}>{format.day(entry.asOf)}</Table.Td>
              <Table.Td>{entry.headline}</Table.Td>
              <Table.Td className={classes.nowrap}>
                <Group gap={6} wrap="nowrap">
                  <Badge variant="outline" color="gray" tt="none" fw={500}>
                    {entry.ownersCopy ? 'Owner’s copy' : 'Initials'}
                  </Badge>
                  <Text size="xs" c="dimmed">
                    {entry.paper}
                  </Text>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
};
