import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMaybePortfolio } from '../../client/portfolio.ts';

/** The engine's sentence on tax in revenue; nothing where there is none. */
export const TaxNote = (): ReactElement | null => {
  const sentence = useMaybePortfolio()?.tax ?? null;
  return sentence === null ? null : (
    <Text size="sm" c="dimmed">
      {sentence}
    </Text>
  );
};
