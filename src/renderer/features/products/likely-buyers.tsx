import { Anchor, Button, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Opening, Products } from '../../../shared/model/products.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { BuyersDrawer } from './buyers-drawer.tsx';
import { reasonText } from './model.ts';
import classes from './products.module.css';

type Props = { readonly whitespace: Products['whitespace'] };

const AT_FIRST = 8;

/** Products with customers who never bought them, though people alike do. */
export const LikelyBuyers = ({ whitespace }: Props) => {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<Opening | null>(null);
  if (!('products' in whitespace))
    return (
      <section aria-labelledby="likely">
        <Title order={2} id="likely" mb="xs">
          Who might want more
        </Title>
        <Text size="sm">
          {whitespace.reason} {whitespace.needed}
        </Text>
      </section>
    );
  const { products, finding, warnings } = whitespace;
  return (
    <section aria-labelledby="likely">
      <Title order={2} id="likely" mb="xs">
        {finding}
      </Title>
      <Table verticalSpacing={6} className={classes.numbers}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Product</Table.Th>
            <Table.Th ta="right" className={classes.head}>
              <Explained metric="likelyBuyers">Likely buyers</Explained>
            </Table.Th>
            <Table.Th>Begin with</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(all ? products : products.slice(0, AT_FIRST)).map((opening) => (
            <Row key={opening.id} opening={opening} onAll={() => setOpen(opening)} />
          ))}
        </Table.Tbody>
      </Table>
      {products.length > AT_FIRST && (
        <Button mt="xs" size="xs" variant="default" aria-expanded={all} onClick={() => setAll((on) => !on)}>
          {all ? `Show the first ${AT_FIRST}` : `Show ${products.length}`}
        </Button>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {warnings.join(' ')}
      </Text>
      <BuyersDrawer opening={open} onClose={() => setOpen(null)} />
    </section>
  );
};

type RowProps = { readonly opening: Opening; readonly onAll: () => void };

const Row = ({ opening, onAll }: RowProps) => {
  const format = useFormat();
  const { first, customers, product } = opening;
  const [likeliest] = first;
  const more = customers - first.length;
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>{product}</Table.Td>
      <Table.Td ta="right">{format.count(customers)}</Table.Td>
      <Table.Td>
        {first.map((customer, i) => (
          <span key={customer.id}>
            {i > 0 && ', '}
            <Anchor component={Link} to={`/customers/${customer.id}`} size="sm">
              {customer.name}
            </Anchor>
          </span>
        ))}
        {more > 0 && (
          <>
            {' and '}
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={onAll}
              aria-label={`${more} more likely buyers of ${product}`}
            >
              {format.count(more)} more
            </Anchor>
          </>
        )}
        {likeliest && (
          <Text size="xs" c="dimmed">
            {likeliest.name}: {reasonText(likeliest, format)}.
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
};
