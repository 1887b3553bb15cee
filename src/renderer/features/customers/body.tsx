import { Anchor, DataList, Paper, Table, Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import type { CustomerPage } from '../../../shared/model/customer.ts';
import { minor } from '../../../shared/model/money.ts';
import { growthText } from '../../ui/charts/matrix/model.ts';
import { MonthsChart } from '../../ui/charts/months-chart.tsx';
import { addressOfFilter } from '../../ui/customer-address.ts';
import { FigureRow } from '../../ui/figures/figure-row.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { phoneText } from '../../ui/text/phone.ts';
import { Costs } from './costs.tsx';
import { NextProducts } from './next-products.tsx';
import { Orders } from './orders.tsx';
import { Outlook } from './outlook.tsx';
import classes from './page.module.css';
import { RhythmView } from './rhythm-view.tsx';
import { QUADRANT_WORDS, RHYTHM_WORDS } from './words.ts';

type Props = { readonly customer: CustomerPage };

export const CustomerBody = ({ customer }: Props) => {
  const { row } = customer;
  const months = useMemo(
    () => customer.months.map((m) => ({ month: m.month, identified: m.revenue, anonymous: minor(0) })),
    [customer.months],
  );
  return (
    <>
      <FigureRow
        label="Figures"
        narrowest={140}
        rows={`/customers/${row.id}#rows`}
        figures={customer.figures.map((result) => ({ result }))}
      />
      <div className={classes.two}>
        <Paper withBorder p="md" component="section" aria-label="Revenue by month">
          <MonthsChart months={months} asOf={customer.asOf} height={200} />
        </Paper>
        <Paper withBorder p="md" className={classes.side}>
          <section aria-labelledby="rhythm">
            <Title order={2} id="rhythm" mb={4}>
              Rhythm
            </Title>
            <RhythmView row={row} />
          </section>
          <Outlook customer={customer} />
          <Facts customer={customer} />
        </Paper>
      </div>
      <div className={classes.two}>
        <Orders id={row.id} />
        <div className={classes.side}>
          {customer.costs !== null && <Costs costs={customer.costs} />}
          <TopProducts customer={customer} />
          <NextProducts id={row.id} />
        </div>
      </div>
    </>
  );
};

const Facts = ({ customer }: Props) => {
  const format = useFormat();
  const { row } = customer;
  return (
    <DataList size="sm" gap={4} labelWidth="104px">
      <Fact label="Growth">{growthText(row.growth, format)}</Fact>
      {row.rhythm !== null && <Fact label="Rhythm">{RHYTHM_WORDS[row.rhythm]}</Fact>}
      {row.segment !== null && (
        <Fact label="Segment">
          <Anchor component={Link} to={addressOfFilter({ segment: row.segment })} size="sm">
            {row.segmentName}
          </Anchor>
        </Fact>
      )}
      {row.quadrant !== null && <Fact label="Matrix">{QUADRANT_WORDS[row.quadrant]}</Fact>}
      {row.rfm !== null && <Fact label="RFM">{row.rfm}</Fact>}
      {row.phone !== null && <Fact label="Phone">{phoneText(row.phone)}</Fact>}
      {row.email !== null && <Fact label="E-mail">{row.email}</Fact>}
      {(customer.address ?? row.city) !== null && <Fact label="Address">{customer.address ?? row.city}</Fact>}
      {customer.identities.map((identity) => (
        <Fact key={`${identity.source} ${identity.kind} ${identity.value}`} label={`In ${identity.source}`}>
          {identity.kind}: {identity.value}
        </Fact>
      ))}
    </DataList>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <DataList.Item>
    <DataList.ItemLabel>{label}</DataList.ItemLabel>
    <DataList.ItemValue className={classes.fact}>{children}</DataList.ItemValue>
  </DataList.Item>
);

const TopProducts = ({ customer }: Props) => {
  const format = useFormat();
  const first = customer.topProducts[0];
  return (
    <section aria-labelledby="products">
      <Title order={2} id="products" mb="xs">
        {first === undefined ? 'No product is named' : `Buys ${first.product} most`}
      </Title>
      {first !== undefined && (
        <Table verticalSpacing={4} className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Product</Table.Th>
              <Table.Th ta="right">Orders</Table.Th>
              <Table.Th ta="right">Revenue</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {customer.topProducts.map((p) => (
              <Table.Tr key={p.product}>
                <Table.Td>{p.product}</Table.Td>
                <Table.Td ta="right">{format.count(p.orders)}</Table.Td>
                <Table.Td ta="right">{format.money(p.revenue)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
};
