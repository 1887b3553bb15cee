import { Button, List, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Products } from '../../../shared/model/products.ts';
import { Explained } from '../../ui/figures/explained.tsx';

type Props = { readonly affinity: Products['affinity'] };

const AT_FIRST = 8;

/** What goes together, a sentence each. */
export const Pairs = ({ affinity }: Props) => {
  const [all, setAll] = useState(false);
  if (!('pairs' in affinity))
    return (
      <section aria-labelledby="pairs">
        <Title order={2} id="pairs" mb="xs">
          Bought together
        </Title>
        <Text size="sm">
          {affinity.reason} {affinity.needed}
        </Text>
      </section>
    );
  const { pairs, finding, warnings } = affinity;
  return (
    <section aria-labelledby="pairs">
      <Title order={2} id="pairs" mb={4}>
        {finding}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        <Explained metric="lift">Bought together</Explained>
      </Text>
      <List size="sm" spacing={6}>
        {(all ? pairs : pairs.slice(0, AT_FIRST)).map((pair) => (
          <List.Item key={`${pair.from} ${pair.to} ${pair.lift}`}>{pair.sentence}</List.Item>
        ))}
      </List>
      {pairs.length > AT_FIRST && (
        <Button mt="xs" size="xs" variant="default" aria-expanded={all} onClick={() => setAll((on) => !on)}>
          {all ? `Show the first ${AT_FIRST}` : `Show ${pairs.length}`}
        </Button>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {warnings.join(' ')}
      </Text>
    </section>
  );
};
