import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { commandKey } from '../../ui/command-key.ts';
import { textOfClipboard } from './pasted-text.ts';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onText: (text: string) => void;
};

export const PasteDialog = ({ opened, onClose, onText }: Props): ReactElement => {
  const [text, setText] = useState('');
  const take = (): void => {
    onText(text);
    setText('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Paste cells from a spreadsheet" size={720}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Copy the rows, with their header line if they have one, click into the field, and press{' '}
          {commandKey()} V. Cells of a spreadsheet, a table of a web page, and text set apart by tabs, commas
          or semicolons can be read.
        </Text>
        <Textarea
          aria-label="Cells"
          data-autofocus
          rows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const plain = event.clipboardData.getData('text/plain');
            const cells = textOfClipboard(plain, event.clipboardData.getData('text/html'));
            if (cells === plain) return;
            event.preventDefault();
            setText(cells);
          }}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', whiteSpace: 'pre' } }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={text.trim() === ''} onClick={take}>
            Read these cells
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
