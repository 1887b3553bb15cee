import { ActionIcon, Anchor, Button, Drawer, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { portfolioPath } from '../../client/portfolio-path.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { Icon } from '../../ui/icons.tsx';
import { KeyTable } from '../../ui/key-table.tsx';
import { CopyDetails } from '../../ui/states/copy-details.tsx';
import { FilePath } from '../../ui/text/file-path.tsx';

export const Help = (): ReactElement => {
  const [opened, { open, close }] = useDisclosure(false);
  const portfolio = usePortfolio();
  const status = useQuery(api.portfolio.status.queryOptions());
  return (
    <>
      <Tooltip label="Help">
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Help" onClick={open}>
          <Icon name="help" />
        </ActionIcon>
      </Tooltip>
      <Drawer opened={opened} onClose={close} title="Help" size={420}>
        <Stack gap="lg">
          <section>
            <Title order={2}>Saving</Title>
            <Text>Everything is saved as you go. There is nothing to press before you close the window.</Text>
          </section>
          <section>
            <Title order={2}>Where your data lives</Title>
            <Text mb={4}>
              In one file on this computer. Nothing is sent anywhere, and no account is needed.
            </Text>
            <FilePath path={portfolioPath(portfolio)} />
            <Button
              mt="xs"
              size="xs"
              variant="default"
              onClick={() => {
                close();
                dialogs.saveCopy();
              }}
            >
              Save a copy elsewhere…
            </Button>
          </section>
          <section>
            <Title order={2}>Figures</Title>
            <Text>
              Every figure with a dotted underline can be opened: it shows what the figure means, how it is
              computed and from which rows.
            </Text>
          </section>
          <section>
            <Title order={2}>Keyboard</Title>
            <KeyTable />
          </section>
          <section>
            <Title order={2}>If something goes wrong</Title>
            <Text mb="xs">
              These details help whoever helps you. Nothing is sent; you paste them where you want.
            </Text>
            <CopyDetails />
          </section>
          <Text size="sm" c="dimmed">
            Clientele {status.data?.version ?? ''} ·{' '}
            <Anchor component={Link} to="/settings" onClick={close} inherit underline="always">
              Settings
            </Anchor>
          </Text>
        </Stack>
      </Drawer>
    </>
  );
};
