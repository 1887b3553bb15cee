import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { ImportKind } from '../../../shared/model/import-kind.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { Failure } from '../states/failure.tsx';
import { useTemplate } from '../text/use-template.ts';

type Props = { readonly missing: NotAvailable; readonly kind: ImportKind };

/** In the place of what needs another kind of data: what is missing, the way to add it, and a table to fill in. */
export const DataWanted = ({ missing, kind }: Props) => {
  const template = useTemplate();
  return (
    <Stack gap="sm" align="flex-start" py="lg" maw={620}>
      <Title order={2} size="lg">
        {missing.reason}
      </Title>
      <Text>Needed: {missing.needed}</Text>
      <Group gap="md">
        <Button component={Link} to="/import">
          Import a file
        </Button>
        <Anchor component="button" type="button" onClick={() => template.mutate(kind)}>
          Save a template to fill in
        </Anchor>
      </Group>
      {template.error ? <Failure error={template.error} /> : null}
    </Stack>
  );
};
