import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState, useSyncExternalStore } from 'react';
import { holdingsText } from '../../../shared/holdings-text.ts';
import { api } from '../../client/api.ts';
import { bridge } from '../../client/bridge.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { Icon } from '../../ui/icons.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { FilePath } from '../../ui/text/file-path.tsx';
import { PLACE_WORDS } from './model.ts';

const SaveCopy = (): ReactElement => {
  const { locale } = usePortfolio().settings;
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  // another day and another copy have another name
  const proposal = useQuery(api.copies.propose.queryOptions({ staleTime: 0, gcTime: 0 }));
  const save = useMutation(
    api.copies.saveTo.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.copies.key() }),
    }),
  );
  const path = typed ?? proposal.data?.path ?? '';
  const pick = bridge()?.pickCopy;
  if (save.data) {
    const { saved, holds } = save.data;
    return (
      <Stack gap="md">
        <Alert
          color="green"
          variant="light"
          icon={<Icon name="check" />}
          role="status"
          title="The copy is saved, and was read back and compared: it is the same."
        >
          <Text size="sm">{holdingsText(holds, locale)}</Text>
        </Alert>
        <FilePath path={`${saved.folder.replace(/[\\/]$/, '')}${separatorOf(saved.folder)}${saved.name}`} />
        <Text size="sm">{PLACE_WORDS[saved.place]}</Text>
        <Group justify="flex-end">
          <Button onClick={dialogs.close}>Done</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (path.trim() !== '') save.mutate({ path });
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          One file with the whole portfolio as it is now: sales, customers, imports, segments, reviews and
          what you have set. It is read back and compared before it gets its name. Best is a disk that is not
          always connected.
        </Text>
        {save.error ? <Failure error={save.error} /> : null}
        <TextInput
          label="Save the copy as"
          description="Folder and name; nothing that lies there already is replaced."
          data-autofocus
          value={path}
          disabled={save.isPending}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          {pick ? (
            <Button
              mr="auto"
              variant="default"
              leftSection={<Icon name="folder" size={16} />}
              disabled={save.isPending}
              onClick={async () => {
                const chosen = await pick(path);
                if (chosen !== null) save.mutate({ path: chosen });
              }}
            >
              Choose a place…
            </Button>
          ) : null}
          <Button variant="default" onClick={dialogs.close}>
            Cancel
          </Button>
          <Button type="submit" disabled={path.trim() === ''} loading={save.isPending}>
            Save the copy
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

const separatorOf = (folder: string): string => (folder.includes('\\') && !folder.includes('/') ? '\\' : '/');

/** Saves a checked copy of the open portfolio at a place of the owner's choosing. */
export const SaveCopyDialog = (): ReactElement => (
  <Modal
    opened={useSyncExternalStore(dialogs.subscribe, dialogs.shown) === 'copy'}
    onClose={dialogs.close}
    title="Save a copy"
    size={600}
  >
    <SaveCopy />
  </Modal>
);
