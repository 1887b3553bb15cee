import { Anchor, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { MondayName } from '../../../shared/model/segment.ts';
import { phoneText } from '../../ui/text/phone.ts';
import classes from './overview.module.css';

type Props = { readonly names: readonly MondayName[]; readonly note: string | null };

/** Who to call on Monday: name, telephone, one sentence why. */
export const Monday = ({ names, note }: Props) => (
  <Paper withBorder p="md" component="section" aria-labelledby="monday">
    <Title order={2} size="lg" id="monday" mb={names.length > 0 ? 4 : 'xs'}>
      {names.length === 1
        ? 'One name for Monday'
        : names.length === 5
          ? 'Five names for Monday'
          : 'Names for Monday'}
    </Title>
    {names.length > 0 && (
      <ol className={classes.names}>
        {names.map(({ customer, reason }) => (
          <li key={customer.id} className={classes.name}>
            <div className={classes.who}>
              <Anchor component={Link} to={`/customers/${customer.id}`} fw={600}>
                {customer.name}
              </Anchor>
              <Contact phone={customer.phone} email={customer.email} />
            </div>
            <Text size="sm">{reason}</Text>
          </li>
        ))}
      </ol>
    )}
    {note !== null && (
      <Text size="sm" c="dimmed" mt="xs">
        {note}
      </Text>
    )}
  </Paper>
);

const Contact = ({ phone, email }: { readonly phone: string | null; readonly email: string | null }) => (
  <Text size="sm" c="dimmed" className={classes.phone} span>
    {phone === null ? (email ?? 'no phone or e-mail known') : phoneText(phone)}
  </Text>
);
