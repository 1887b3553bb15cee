import { Table, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Issue } from '../../../shared/model/importing.ts';
import classes from './import.module.css';

type Props = {
  readonly issues: readonly Issue[];
  readonly caption: string;
  readonly count: (n: number) => string;
};

/** Problems row by row, numbered as the owner's spreadsheet numbers them. */
export const IssueTable = ({ issues, caption, count }: Props): ReactElement => (
  <Table.ScrollContainer minWidth={480}>
    <Table aria-label={caption} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={72} ta="right">
            Row
          </Table.Th>
          <Table.Th>Column</Table.Th>
          <Table.Th>Value</Table.Th>
          <Table.Th>What is wrong</Table.Th>
          <Table.Th>Row is</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {issues.map((issue) => (
          <Table.Tr key={`${issue.row}:${issue.column ?? ''}:${issue.code}`}>
            <Table.Td ta="right">{count(issue.row)}</Table.Td>
            <Table.Td>{issue.column ?? ''}</Table.Td>
            <Table.Td>
              <div className={classes.value} title={issue.value}>
                {issue.value === '' ? (
                  <Text span inherit c="dimmed">
                    (empty)
                  </Text>
                ) : (
                  issue.value
                )}
              </div>
            </Table.Td>
            <Table.Td>{issue.message}</Table.Td>
            <Table.Td>{issue.leftOut ? 'left out' : 'imported'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);
