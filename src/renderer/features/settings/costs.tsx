import type { ReactElement } from 'react';
import { usePortfolio } from '../../client/portfolio.ts';
import { NumberField } from '../../ui/forms/number-field.tsx';
import { Section } from './section.tsx';
import { useSave } from './use-save.ts';

/** One margin for what has no cost of its own. */
export const Costs = (): ReactElement => {
  const { assumedMargin } = usePortfolio().settings;
  const save = useSave();
  return (
    <Section title="Costs">
      <NumberField
        label="Assumed margin"
        description="What is left of every sale after the cost of goods, where no product cost or category says it. Leave it empty to assume nothing."
        value={assumedMargin === null ? null : Math.round(assumedMargin * 1000) / 10}
        min={-100}
        max={100}
        decimals={1}
        step={1}
        suffix="%"
        mayBeEmpty
        onValue={(percent, { putBack }) =>
          save({ assumedMargin: percent === null ? null : Math.round(percent * 10) / 1000 }, putBack)
        }
      />
    </Section>
  );
};
