import { Anchor, Badge, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { KIND_WORDS } from '../../../shared/model/import-kind.ts';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { QueryState } from '../../ui/states/query-state.tsx';
import { createFormat } from '../../ui/text/format-core.ts';
import { UndoImport } from './undo-import.tsx';

/** Every import with what it brought; each can be undone and its problems listed. */
export const PastImports = ({ onIssues }: { readonly onIssues: (batch: number) => void }): ReactElement => {
  const { settings } = usePortfolio();
  const past = useQuery(api.importing.past.queryOptions());
  return (
    <QueryState query={past} what="Reading past imports">
      {(imports) =>
        imports.length === 0 ? null : (
          <Stack gap="xs">
            <Group justify="space-between" align="baseline">
              <Title order={2}>Past imports</Title>
              <Anchor component={Link} to="/import/audit" size="sm">
                How good are your data?
              </Anchor>
            </Group>
            <Table.ScrollContainer minWidth={760}>
              <Table
                aria-label="Past imports"
                highlightOnHover
                highlightOnHoverColor="light-dark(var(--mantine-color-gray-1), var(--mantine-color-dark-6))"
              >
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>File</Table.Th>
                    <Table.Th>Imported</Table.Th>
                    <Table.Th>Period</Table.Th>
                    <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                      Rows in
                    </Table.Th>
                    <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                      Left out
                    </Table.Th>
                    <Table.Th ta="right">Sum</Table.Th>
                    <Table.Th>Problems</Table.Th>
                    <Table.Th>
                      <VisuallyHidden>Undo</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {imports.map((one) => {
                    const f = createFormat(settings.locale, one.revenue.currency);
                    const undone = one.undoneAt !== null;
                    return (
                      <Table.Tr key={one.batch} {...(undone ? { c: 'dimmed' } : {})}>
                        <Table.Td maw={260} style={{ overflowWrap: 'anywhere' }}>
                          {one.fileName}
                          <Text size="xs" c="dimmed">
                            {KIND_WORDS[one.kind].title}
                          </Text>
                          {one.controlSentence ? (
                            <Text size="xs" c="dimmed">
                              {one.controlSentence}
                            </Text>
                          ) : null}
                        </Table.Td>
                        <Table.Td style={{ whiteSpace: 'nowrap' }}>{f.moment(one.importedAt)}</Table.Td>
                        <Table.Td style={{ whiteSpace: 'nowrap' }}>
                          {one.period ? `${f.day(one.period.from)} to ${f.day(one.period.to)}` : null}
                        </Table.Td>
                        <Table.Td ta="right">{f.count(one.rows.imported)}</Table.Td>
                        <Table.Td ta="right">{f.count(one.rows.leftOut)}</Table.Td>
                        <Table.Td ta="right">
                          {one.kind === 'orders' ? f.money(one.revenue.minor) : null}
                        </Table.Td>
                        <Table.Td>
                          {one.issues > 0 ? (
                            <Anchor
                              component="button"
                              type="button"
                              inherit
                              onClick={() => onIssues(one.batch)}
                            >
                              {f.count(one.issues)} to check
                            </Anchor>
                          ) : (
                            <Text span inherit c="dimmed">
                              none
                            </Text>
                          )}
                        </Table.Td>
                        <Table.Td ta="right">
                          {undone ? (
                            <Badge variant="default" tt="none" fw={500}>
                              undone
                            </Badge>
                          ) : (
                            <UndoImport batch={one.batch} name={one.fileName} size="xs" />
                          )}
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Stack>
        )
      }
    </QueryState>
  );
};
