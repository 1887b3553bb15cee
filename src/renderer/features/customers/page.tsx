import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../app/api.ts';
import { NotAvailableNotice } from '../../ui/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { CustomerBody } from './body.tsx';

/** One customer: where they stand, what they buy, and every row behind it. */
export const CustomerScreen = () => {
  const { id } = useParams();
  const number = Number(id);
  const known = Number.isSafeInteger(number) && number > 0;
  const query = useQuery({
    ...api.customers.read.queryOptions({ input: { id: known ? number : 0 } }),
    enabled: known,
  });
  const back = (
    <Anchor component={Link} to="/customers" size="sm">
      All customers
    </Anchor>
  );
  if (!known) {
    return (
      <Page title="Customer" actions={back}>
        <NotAvailableNotice
          missing={{ grade: 'D', reason: 'There is no such customer.', needed: 'Choose one from the table.' }}
          button="Open the table"
          to="/customers"
        />
      </Page>
    );
  }
  return (
    <Page
      title={query.data?.row.name ?? 'Customer'}
      {...(query.data && {
        lead: (
          <Text span c="var(--mantine-color-text)">
            {query.data.finding}
          </Text>
        ),
      })}
      actions={back}
    >
      <QueryState query={query} what="Reading the customer">
        {(customer) => <CustomerBody customer={customer} />}
      </QueryState>
    </Page>
  );
};
