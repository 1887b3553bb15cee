import { Anchor, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { RiskGroup } from '../../../shared/model/risk-value.ts';
import { plural } from '../../../shared/words.ts';
import { addressOfFilter } from '../../ui/customer-address.ts';
import { Figure } from '../../ui/figures/figure.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { engagementText } from './model.ts';
import classes from './risk-value.module.css';

const SHOWN = 5;

/** One class: how many, what they are worth, what to do, and the first names. */
export const RiskCard = ({ group }: { readonly group: RiskGroup }) => {
  const format = useFormat();
  const id = `risk-${group.class.replace('/', '-')}`;
  return (
    <article className={classes.card} aria-labelledby={id} data-class={group.class}>
      <Group justify="space-between" wrap="nowrap" align="baseline" gap={8}>
        <Title order={3} id={id}>
          {group.title}
        </Title>
        <Text fw={600}>{format.money(group.revenue, { headline: true })}</Text>
      </Group>
      <Group gap={6} align="baseline">
        <Figure result={group.result} />
        <Text size="sm" c="dimmed">
          {plural(group.count, 'customer', 'customers')}, {format.share(group.revenueShare)} of revenue
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {group.whatToDo}
      </Text>
      {group.count === 0 ? (
        <Text size="sm">Nobody is here.</Text>
      ) : (
        <ul className={classes.names}>
          {group.customers.slice(0, SHOWN).map((customer) => (
            <li key={customer.id}>
              <Anchor component={Link} to={`/customers/${customer.id}`} size="sm" truncate>
                {customer.name}
              </Anchor>
              <Text size="sm" ta="right">
                {format.money(customer.revenue12m)}
              </Text>
              <Text size="sm" c="dimmed" ta="right">
                {engagementText(customer, format)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {group.count > SHOWN && (
        <Anchor component={Link} to={addressOfFilter({ risk: group.class })} size="sm">
          All {format.count(group.count)} in Customers
        </Anchor>
      )}
    </article>
  );
};
