import { Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { commandKey } from '../../ui/command-key.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { Icon } from '../../ui/icons.tsx';
import { palette } from '../palette/store.ts';
import classes from './frame.module.css';
import { Help } from './help.tsx';
import { ImportRunning } from './import-running.tsx';
import { periodSentence, portfolioName } from './period-sentence.ts';
import { UndoRedo } from './undo-redo.tsx';

const PortfolioMenu = (): ReactElement => {
  const portfolio = usePortfolio();
  const changed = usePortfolioChanged();
  const navigate = useNavigate();
  const close = useMutation(
    api.portfolio.close.mutationOptions({
      onSuccess: () => {
        changed(null);
        void navigate('/');
      },
    }),
  );
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.name} title="Open, close or set up">
          <Text span fw={600} truncate maw={360}>
            {portfolioName(portfolio)}
          </Text>
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="folder" size={16} />} onClick={dialogs.open}>
          Open another portfolio…
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="file" size={16} />} onClick={dialogs.create}>
          New portfolio…
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="copy" size={16} />} onClick={dialogs.saveCopy}>
          Save a copy…
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="settings" size={16} />}
          onClick={() => void navigate('/settings')}
        >
          Settings
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="close" size={16} />} onClick={() => close.mutate(undefined)}>
          Close this portfolio
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

export const TopBar = (): ReactElement => {
  const portfolio = usePortfolio();
  return (
    <Group h="100%" px="lg" gap="md" wrap="nowrap" justify="space-between">
      <div style={{ minWidth: 0 }}>
        <PortfolioMenu />
        <Text size="xs" c="dimmed" truncate>
          {periodSentence(portfolio)}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <ImportRunning />
        <UnstyledButton className={classes.search} onClick={palette.open}>
          <Icon name="search" size={16} />
          <Text span inherit flex={1}>
            Find a customer or place
          </Text>
          <Text span size="xs">
            {commandKey()} K
          </Text>
        </UnstyledButton>
        <UndoRedo />
        <Help />
      </Group>
    </Group>
  );
};
