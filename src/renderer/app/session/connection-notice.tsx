import { Alert, Box } from '@mantine/core';
import type { ReactElement } from 'react';
import { useConnection } from '../../client/jobs.tsx';
import { Icon } from '../../ui/icons.tsx';

export const ConnectionNotice = (): ReactElement | null => {
  if (useConnection() === 'open') return null;
  return (
    <Box pos="fixed" bottom={16} left={16} maw={420} style={{ zIndex: 400 }}>
      <Alert
        color="yellow"
        variant="filled"
        icon={<Icon name="warning" />}
        title="Clientele’s engine does not answer"
        role="alert"
      >
        Everything you had saved is untouched. This window connects again by itself; if it does not within a
        minute, close it and open Clientele again.
      </Alert>
    </Box>
  );
};
