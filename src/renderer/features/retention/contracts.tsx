import { Text, Title } from '@mantine/core';
import type { ContractsView } from '../../../shared/model/retention.ts';
import { FigureRow } from '../../ui/figures/figure-row.tsx';
import { metricOf } from '../../ui/figures/metric-of.ts';
import { useFormat } from '../../ui/text/format.ts';

/** Contracts that renew: how many ended, and how much of their money stayed. */
export const ContractsSection = ({ contracts }: { readonly contracts: ContractsView }) => {
  const format = useFormat();
  const { finding, products, monthly, figures, renewals, joined, joinedAndLeft, months, warnings } =
    contracts;
  return (
    <section aria-labelledby="contracts">
      <Title order={2} id="contracts">
        {finding}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        {products.join(', ')}: {format.money(monthly)} a month.
        {months !== null &&
          ` ${format.count(joined)} joined since; ${format.count(joinedAndLeft)} joined and left again.`}{' '}
        {warnings.join(' ')} What follows below is of customers without a contract.
      </Text>
      {figures.length > 0 && (
        <FigureRow
          columns={2}
          rows="/customers"
          figures={figures.map((result) => ({
            result,
            below: (
              <Text size="xs" c="dimmed">
                {metricOf(result.metric)?.definition}
              </Text>
            ),
          }))}
        />
      )}
      {renewals.map(({ sentence }) => (
        <Text key={sentence} size="sm" mt={8}>
          {sentence}
        </Text>
      ))}
    </section>
  );
};
