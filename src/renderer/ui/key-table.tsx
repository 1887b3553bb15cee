import { Group, Kbd, Table } from '@mantine/core';
import { createContext, type ReactElement, useContext } from 'react';

/** One line of help: the keys to press together, and what they do. */
export type KeyHelp = { readonly keys: readonly string[]; readonly does: string };

/** The keyboard shortcuts of the whole window; `app/` declares them, and any screen may list them. */
export const KeyHelpContext = createContext<readonly KeyHelp[]>([]);

/** Every keyboard shortcut with what it does. */
export const KeyTable = (): ReactElement => (
  <Table withRowBorders={false} aria-label="Keyboard">
    <Table.Tbody>
      {useContext(KeyHelpContext).map(({ keys, does }) => (
        <Table.Tr key={keys.join('+')}>
          <Table.Td w={150} pl={0}>
            <Group gap={4}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Table.Td>
          <Table.Td>{does}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
