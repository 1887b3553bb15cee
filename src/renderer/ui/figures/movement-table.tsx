import { Table } from '@mantine/core';
import type { Migration, MovementRow } from '../../../shared/model/migration.ts';
import { useFormat } from '../text/format.ts';
import classes from './movement-table.module.css';
import { movesInWords } from './moves-in-words.ts';

const HEADS = ['Before', 'Stayed', 'Moved out', 'Left', 'Moved in', 'New', 'Now'] as const;

type Props = {
  /** what the rows are */
  readonly head: string;
  readonly rows: readonly MovementRow[];
  readonly moves: Migration['moves'];
};

/** Who came, stayed and left: before = stayed + moved out + left, now = stayed + moved in + new. */
export const MovementTable = ({ head, rows, moves }: Props) => {
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={620} scrollAreaProps={{ type: 'auto' }}>
      <Table verticalSpacing={4} className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head}</Table.Th>
            {HEADS.map((each) => (
              <Table.Th key={each} ta="right">
                {each}
              </Table.Th>
            ))}
            <Table.Th>From and to</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" fw={500}>
                {row.name}
              </Table.Th>
              {[row.before, row.stayed, row.movedOut, row.leavers, row.movedIn, row.entrants, row.after].map(
                (count, i) => (
                  <Table.Td key={HEADS[i]} ta="right">
                    {format.count(count)}
                  </Table.Td>
                ),
              )}
              <Table.Td>{movesInWords(moves, row.name, format)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
