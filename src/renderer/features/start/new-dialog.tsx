import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { createPortfolio } from '../../client/create-portfolio.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { Failure } from '../../ui/states/failure.tsx';

const NewPortfolio = (): ReactElement => {
  const [name, setName] = useState('');
  const changed = usePortfolioChanged();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: () => createPortfolio(name),
    onSuccess: (portfolio) => {
      dialogs.close();
      changed(portfolio);
      void navigate('/import');
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') create.mutate();
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          A portfolio is one business with its customers, in a file of its own. The one that is open now stays
          as it is.
        </Text>
        {create.error ? <Failure error={create.error} /> : null}
        <TextInput
          label="What is the business called?"
          data-autofocus
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={dialogs.close}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

export const NewDialog = (): ReactElement => (
  <Modal
    opened={useSyncExternalStore(dialogs.subscribe, dialogs.shown) === 'new'}
    onClose={dialogs.close}
    title="New portfolio"
    size={480}
  >
    <NewPortfolio />
  </Modal>
);
