import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useProgress } from '../../client/jobs.tsx';
import { Icon } from '../../ui/icons.tsx';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { percentOf } from '../../ui/states/progress-text.ts';
import { useFormat } from '../../ui/text/format.ts';
import { undoneSentence } from './result-text.ts';

type Props = {
  readonly batch: number;
  readonly name: string;
  readonly size?: 'sm' | 'xs';
  readonly onUndone?: () => void;
};

/** Takes an import back. It can be had again by importing the file, so one light question is enough. */
export const UndoImport = ({ batch, name, size = 'sm', onUndone }: Props): ReactElement => {
  const [opened, { open, close }] = useDisclosure(false);
  const [job] = useState(() => crypto.randomUUID());
  const f = useFormat();
  const queries = useQueryClient();
  const progress = useProgress(job);
  const undo = useMutation(
    api.importing.undo.mutationOptions({
      onSuccess: (undone) => {
        notifications.show({ message: undoneSentence(undone, f) });
        void queries.invalidateQueries();
        onUndone?.();
      },
      onError: (error) => notifications.show({ color: 'red', message: failureSentence(error) }),
    }),
  );
  const percent = progress ? percentOf(progress) : null;
  return (
    <Popover opened={opened} onChange={(next) => (next ? open() : close())} trapFocus withArrow width={300}>
      <Popover.Target>
        <Button
          variant={size === 'xs' ? 'subtle' : 'default'}
          size={size === 'xs' ? 'compact-xs' : 'sm'}
          leftSection={<Icon name="undo" size={14} />}
          onClick={open}
          disabled={undo.isPending}
          aria-label={size === 'xs' ? `Undo the import of ${name}` : 'Undo this import'}
        >
          {undo.isPending
            ? `Undoing${percent === null ? '' : ` ${f.share(percent / 100)}`}`
            : size === 'xs'
              ? 'Undo'
              : 'Undo this import'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Undo the import of ${name}`}>
        <Stack gap="xs">
          <Text size="sm">
            Everything this import added goes out again. To have it back, import the file once more.
          </Text>
          <Group gap="xs">
            <Button
              size="xs"
              onClick={() => {
                close();
                undo.mutate({ batch, job });
              }}
            >
              Undo the import
            </Button>
            <Button size="xs" variant="default" onClick={close}>
              Keep it
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
