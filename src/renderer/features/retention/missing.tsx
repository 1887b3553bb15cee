import { Text, Title } from '@mantine/core';
import type { NotAvailable } from '../../../shared/model/result.ts';

/** In the place of a part that these sales cannot carry. */
export const Missing = ({ missing }: { readonly missing: NotAvailable }) => (
  <section>
    <Title order={2}>{missing.reason}</Title>
    <Text size="sm" c="dimmed">
      Needed: {missing.needed}
    </Text>
  </section>
);
