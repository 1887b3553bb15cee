import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { NotAvailable } from '../../../shared/model/result.ts';

type Props = {
  readonly missing: NotAvailable;
  readonly button?: string;
  readonly to?: string;
};

/** In the place of an area that the data cannot carry: what is missing, and a button to add it. */
export const NotAvailableNotice = ({ missing, button = 'Import sales', to = '/import' }: Props) => (
  <Stack gap="sm" align="flex-start" py="lg" maw={560}>
    <Title order={2} size="lg">
      {missing.reason}
    </Title>
    <Text>{missing.needed}</Text>
    <Button component={Link} to={to}>
      {button}
    </Button>
  </Stack>
);
