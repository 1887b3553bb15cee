import { NumberInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { usePortfolio } from '../../client/portfolio.ts';
import { Section } from './section.tsx';
import { useSave } from './use-save.ts';

const percentOf = (margin: number | null): number | string =>
  margin === null ? '' : Math.round(margin * 1000) / 10;

/** One margin for what has no cost of its own. */
export const Costs = (): ReactElement => {
  const { settings } = usePortfolio();
  const save = useSave();
  const [percent, setPercent] = useState(percentOf(settings.assumedMargin));
  const put = (): void => {
    const margin = typeof percent === 'number' ? percent / 100 : null;
    if (margin !== settings.assumedMargin)
      save({ assumedMargin: margin }, () => setPercent(percentOf(settings.assumedMargin)));
  };
  return (
    <Section title="Costs">
      <NumberInput
        label="Assumed margin"
        description="What is left of every sale after the cost of goods, where no product cost or category says it. Leave it empty to assume nothing."
        value={percent}
        onChange={setPercent}
        onBlur={put}
        onKeyDown={(event) => {
          if (event.key === 'Enter') put();
        }}
        min={-100}
        max={100}
        decimalScale={1}
        suffix=" %"
      />
    </Section>
  );
};
