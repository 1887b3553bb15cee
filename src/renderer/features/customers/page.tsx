import { Anchor, DataList, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { CustomerRecords } from '../../../shared/model/customer-records.ts';
import { api } from '../../client/api.ts';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { phoneText } from '../../ui/text/phone.ts';
import { CustomerBody } from './body.tsx';
import { Known } from './known.tsx';
import { useRecords } from './use-records.ts';

/** One customer: value and risk, what they buy, what else is known, and every row behind it. */
export const CustomerScreen = () => {
  const { id } = useParams();
  const number = Number(id);
  const known = Number.isSafeInteger(number) && number > 0;
  const records = useRecords(known ? number : 0, known);
  const first = records.data?.pages[0];
  const query = useQuery({
    ...api.customers.read.queryOptions({ input: { id: known ? number : 0 } }),
    enabled: first?.hasFigures === true,
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
  const lead = first?.reason ?? query.data?.finding;
  return (
    <Page
      money
      title={first?.name ?? 'Customer'}
      {...(lead && {
        lead: (
          <Text span c="var(--mantine-color-text)">
            {lead}
          </Text>
        ),
      })}
      actions={back}
    >
      <QueryState query={records} what="Reading the customer">
        {(data) => (
          <>
            {data.pages[0]!.hasFigures ? (
              <QueryState query={query} what="Reading the customer">
                {(customer) => <CustomerBody customer={customer} />}
              </QueryState>
            ) : (
              <Contacts records={data.pages[0]!} />
            )}
            <Known query={records} data={data} />
          </>
        )}
      </QueryState>
    </Page>
  );
};

const Contacts = ({ records: { email, phone, address } }: { readonly records: CustomerRecords }) => (
  <DataList size="sm" gap={4} labelWidth="140px">
    {[
      ['E-mail', email],
      ['Phone', phone === null ? null : phoneText(phone)],
      ['Address', address],
    ].map(([label, value]) =>
      value ? (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue>{value}</DataList.ItemValue>
        </DataList.Item>
      ) : null,
    )}
  </DataList>
);
