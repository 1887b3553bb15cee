import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { IMPORT_KINDS, KIND_WORDS } from '../../../shared/model/import-kind.ts';
import { Failure } from '../../ui/states/failure.tsx';
import { useTemplate } from '../../ui/text/use-template.ts';

/** What can be imported, what each opens, and a table of each to fill in. */
export const KindsPanel = (): ReactElement => {
  const template = useTemplate();
  return (
    <Stack gap="xs">
      <Title order={2}>What can be imported</Title>
      <Text size="sm" c="dimmed">
        Sales are enough to begin with. Each further kind opens more. A template is a table with made-up rows
        that imports as it stands: put your own in their place.
      </Text>
      {template.error ? <Failure error={template.error} /> : null}
      <Table aria-label="What can be imported" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Kind</Table.Th>
            <Table.Th>Opens</Table.Th>
            <Table.Th>Template</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {IMPORT_KINDS.map((kind) => (
            <Table.Tr key={kind}>
              <Table.Td>{KIND_WORDS[kind].title}</Table.Td>
              <Table.Td>{KIND_WORDS[kind].opens}</Table.Td>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  aria-label={`Save as CSV: a template for ${KIND_WORDS[kind].title}`}
                  onClick={() => template.mutate(kind)}
                >
                  Save as CSV
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
