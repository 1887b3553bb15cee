import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { counted } from '../../../shared/words.ts';
import { type Cell, putOnClipboard, toTsv } from './copy.ts';

const rowsText = (n: number): string => counted(n, 'row is', 'rows are');

const say = (n: number): void => {
  notifications.show({
    message: `${rowsText(n)} on the clipboard. Paste into Excel or any spreadsheet.`,
  });
};

/**
 * Copies a table so that it pastes cleanly into a spreadsheet, and says so. A browser lets go of the clipboard
 * some seconds after the key or click; what took longer to read waits for another one.
 */
export const copyRows = (head: readonly string[], rows: readonly (readonly Cell[])[]): void => {
  const text = toTsv(head, rows);
  if (putOnClipboard(text)) {
    say(rows.length);
    return;
  }
  const id = notifications.show({
    autoClose: false,
    message: (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{rowsText(rows.length)} ready.</Text>
        <Button
          size="xs"
          onClick={() => {
            if (!putOnClipboard(text)) return;
            notifications.hide(id);
            say(rows.length);
          }}
        >
          Put on the clipboard
        </Button>
      </Stack>
    ),
  });
};
