import { DataList, Stack, Text, Title } from '@mantine/core';
import type { CustomerPage } from '../../../shared/model/customer.ts';
import { Figure } from '../../ui/figures/figure.tsx';
import { titleOf } from '../../ui/figures/metric-of.ts';
import { CHURN_RISK_WORDS } from './words.ts';

type Props = { readonly customer: CustomerPage };

/** What is to be expected of this customer, each figure with the way it was made, and how far to trust it. */
export const Outlook = ({ customer }: Props) => {
  const { finding, estimates, figures, notes } = customer.outlook;
  return (
    <section aria-labelledby="outlook">
      <Title order={2} id="outlook" mb={4}>
        What to expect
      </Title>
      <Stack gap="xs">
        <Text size="sm">{finding}</Text>
        {figures.length > 0 && (
          <DataList size="sm" gap={4} labelWidth="224px">
            {figures.map((result) => (
              <DataList.Item key={result.metric}>
                <DataList.ItemLabel>{titleOf(result.metric)}</DataList.ItemLabel>
                <DataList.ItemValue>
                  <Figure result={result} headline rows={`/customers/${customer.row.id}#rows`} />
                  {result.metric === 'churnRisk' && estimates?.churnRisk && (
                    <Text span size="sm">{` ${CHURN_RISK_WORDS[estimates.churnRisk].toLowerCase()}`}</Text>
                  )}
                </DataList.ItemValue>
              </DataList.Item>
            ))}
          </DataList>
        )}
        {notes.map((note) => (
          <Text key={note} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
      </Stack>
    </section>
  );
};
