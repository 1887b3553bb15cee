import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RiskValue } from '../../../shared/model/risk-value.ts';
import { api } from '../../client/api.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { copyRows } from '../../ui/text/copy-rows.tsx';
import { gradeInWords, useFormat } from '../../ui/text/format.ts';
import { RiskCard } from './card.tsx';
import { AS_DRAWN, engagementText } from './model.ts';
import classes from './risk-value.module.css';
import { RiskTable } from './table.tsx';

/** Value against the chance to lose it: four classes of customers. */
export const RiskValueScreen = () => {
  const query = useQuery(api.riskValue.read.queryOptions({ input: {} }));
  return (
    <Page money title="Risk and value">
      <QueryState query={query} what="Weighing risk and value">
        {(riskValue) =>
          'reason' in riskValue ? <NotAvailableNotice missing={riskValue} /> : <View riskValue={riskValue} />
        }
      </QueryState>
    </Page>
  );
};

const View = ({ riskValue }: { readonly riskValue: RiskValue }) => {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const copy = (): void =>
    copyRows(
      ['Class', 'Customer', '12 months', 'Engagement', 'Last purchase'],
      riskValue.groups.flatMap((group) =>
        group.customers.map((customer) => [
          group.title,
          customer.name,
          format.amountCell(customer.revenue12m),
          engagementText(customer, format),
          format.day(customer.lastDay),
        ]),
      ),
    );
  return (
    <>
      {riskValue.warnings.length > 0 && (
        <Alert color="yellow" variant="light" p="xs">
          {riskValue.warnings.join(' ')}
        </Alert>
      )}
      <figure className={classes.figure} aria-labelledby="finding">
        <Title order={2} id="finding">
          {riskValue.finding}
        </Title>
        <Group justify="space-between" gap="xs" my={6}>
          <Text className={classes.axis}>
            <span aria-hidden="true">↑ </span>
            {riskValue.valueSentence}
          </Text>
          <Group gap={4}>
            <Button
              size="compact-xs"
              fw={500}
              variant="subtle"
              color="gray"
              onClick={() => setAsTable((on) => !on)}
            >
              {asTable ? 'Show the fields' : 'Show as table'}
            </Button>
            <Button size="compact-xs" fw={500} variant="subtle" color="gray" onClick={copy}>
              Copy
            </Button>
          </Group>
        </Group>
        {asTable ? (
          <RiskTable groups={riskValue.groups} />
        ) : (
          <div className={classes.grid}>
            {AS_DRAWN.flatMap((name) => riskValue.groups.filter((group) => group.class === name)).map(
              (group) => (
                <RiskCard key={group.class} group={group} />
              ),
            )}
          </div>
        )}
        <Text className={classes.axis} ta="right" mt={6}>
          {riskValue.engagementSentence}
          <span aria-hidden="true"> →</span>
        </Text>
        <Text component="figcaption" size="xs" c="dimmed">
          Grade {riskValue.grade}. {gradeInWords[riskValue.grade]} Revenue is that of the last 12 months.
        </Text>
      </figure>
    </>
  );
};
