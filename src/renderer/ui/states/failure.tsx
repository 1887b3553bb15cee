import { Alert, Box, Button, Text } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import type { ReactElement } from 'react';
import { Icon } from '../icons.tsx';
import { CopyDetails } from './copy-details.tsx';
import { failureText, isOurFault } from './failure-text.ts';

type Props = { readonly error: unknown; readonly retry?: () => void };

/** Replaces an area that could not be shown. */
export const Failure = ({ error, retry }: Props): ReactElement => {
  const { what, safe, next } = failureText(error);
  return (
    <Alert color="red" variant="light" icon={<Icon name="warning" />} title={what} role="alert">
      <Text size="sm">{[safe, next].filter((s) => s !== '').join(' ')}</Text>
      {retry ? (
        <Button mt="sm" size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      ) : null}
      {isOurFault(error) ? (
        <Box mt="sm">
          <CopyDetails {...(error instanceof ORPCError ? {} : { error })} />
        </Box>
      ) : null}
    </Alert>
  );
};
