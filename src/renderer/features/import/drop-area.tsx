import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { ACCEPTED } from './accepted.ts';
import classes from './import.module.css';

type Props = {
  /** a small strip under which past imports have room */
  readonly small: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPaste: () => void;
};

/** The whole screen takes a dropped file; this says so, and offers the other two ways. */
export const DropArea = ({ small, onFiles, onPaste }: Props): ReactElement => (
  <div className={classes.drop} data-small={small}>
    <Stack gap={small ? 'xs' : 'sm'} align="center">
      <span className={classes.dropIcon}>
        <Icon name="import" size={small ? 24 : 36} />
      </span>
      <Text fw={600} size="lg">
        Drop one export or several anywhere on this screen
      </Text>
      {small ? null : (
        <Text size="sm" c="dimmed" maw={560}>
          A CSV or Excel file, as your till, shop, payment service or bookkeeping writes it, or cells copied
          from a spreadsheet. It is read on this computer only, and you see what was understood before
          anything is saved.
        </Text>
      )}
      <Group gap="xs">
        <FileButton multiple onChange={onFiles} accept={ACCEPTED}>
          {(props) => (
            <Button {...props} leftSection={<Icon name="file" size={16} />}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button variant="default" leftSection={<Icon name="paste" size={16} />} onClick={onPaste}>
          Paste cells
        </Button>
      </Group>
    </Stack>
  </div>
);
