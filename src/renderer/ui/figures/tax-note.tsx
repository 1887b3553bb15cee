import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMaybePortfolio } from '../../client/portfolio.ts';

/** What must be said of tax beside revenue, in the engine's sentence; nothing where there is nothing to say. */
export const TaxNote = (): ReactElement | null => {
  const sentence = useMaybePortfolio()?.tax ?? null;
  return sentence === null ? null : (
    <Text size="sm" c="dimmed">
      {sentence}
    </Text>
  );
};
