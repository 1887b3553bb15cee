import { Alert, Box, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { usePortfolio } from '../../client/portfolio.ts';
import { Icon } from '../../ui/icons.tsx';

/** What the owner should know of the file at once; put away for as long as the window is open. */
export const PortfolioWarnings = (): ReactElement | null => {
  const { warnings } = usePortfolio();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const open = warnings.filter((w) => !seen.includes(w));
  if (open.length === 0) return null;
  return (
    <Box px="lg" pt="md" maw={1320} mx="auto">
      <Stack gap="xs">
        {open.map((warning) => (
          <Alert
            key={warning}
            color="yellow"
            icon={<Icon name="warning" />}
            withCloseButton
            closeButtonLabel="Put this notice away"
            onClose={() => setSeen([...seen, warning])}
            py="xs"
          >
            {warning}
          </Alert>
        ))}
      </Stack>
    </Box>
  );
};
