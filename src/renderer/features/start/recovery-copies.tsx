import { Badge, Button, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { holdingsText } from '../../../shared/holdings-text.ts';
import { api } from '../../client/api.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { Failure } from '../../ui/states/failure.tsx';
import { Waiting } from '../../ui/states/waiting.tsx';
import { inOrderOfUse, newestSound } from './recovery-model.ts';

const moment = (ms: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

type Props = { readonly path: string };

/** The safety copies of a portfolio that is not open, each looked through; a sound one can be put in its place. */
export const RecoveryCopies = ({ path }: Props): ReactElement | null => {
  const changed = usePortfolioChanged();
  const navigate = useNavigate();
  const list = useQuery(api.copies.list.queryOptions({ input: { portfolio: path } }));
  const restore = useMutation(
    api.copies.restore.mutationOptions({
      onSuccess: ({ portfolio, previous }) => {
        changed(portfolio);
        notifications.show({
          message: previous
            ? `The copy is open now. What was there before is kept as ${previous}.`
            : 'The copy is open now, where the portfolio was.',
          autoClose: 15_000,
        });
        void navigate('/overview');
      },
    }),
  );
  if (list.isPending) return <Waiting what="Looking through the safety copies" rows={3} />;
  if (list.isError) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const copies = inOrderOfUse(list.data.copies);
  if (copies.length === 0) return null;
  const best = newestSound(copies);
  return (
    <Stack component="section" gap="xs" aria-labelledby="copies">
      <Title order={2} id="copies">
        Safety copies
      </Title>
      <Text size="sm" c="dimmed">
        Restoring puts a copy where the portfolio was. What lies there now is kept, under another name.
      </Text>
      {restore.error ? <Failure error={restore.error} /> : null}
      <Table aria-labelledby="copies" verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Made</Table.Th>
            <Table.Th>Holds</Table.Th>
            <Table.Th>
              <VisuallyHidden>Restore</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {copies.map((copy) => (
            <Table.Tr key={copy.name}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {moment(copy.madeAt)}
                {copy === best ? (
                  <Badge
                    display="block"
                    mt={2}
                    w="fit-content"
                    size="sm"
                    variant="light"
                    color="green"
                    tt="none"
                  >
                    Newest sound one
                  </Badge>
                ) : null}
              </Table.Td>
              <Table.Td>
                {copy.holds
                  ? holdingsText(copy.holds, navigator.language)
                  : 'Made by an earlier version; what it holds is known once it is restored.'}
              </Table.Td>
              <Table.Td ta="right">
                {copy.sound === false ? (
                  <Text size="sm">Damaged itself</Text>
                ) : (
                  <Button
                    size="xs"
                    variant={copy === best ? 'filled' : 'default'}
                    loading={restore.isPending && restore.variables.copy === copy.name}
                    disabled={restore.isPending}
                    aria-label={`Restore the copy of ${moment(copy.madeAt)}`}
                    onClick={() => restore.mutate({ portfolio: path, copy: copy.name })}
                  >
                    Restore
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
