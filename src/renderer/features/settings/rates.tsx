import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { withRates } from '../../../shared/model/rate.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { rateOf } from '../../ui/forms/rate.ts';
import { RateField } from '../../ui/forms/rate-field.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { Section } from './section.tsx';
import { useSave } from './use-save.ts';

const NOTHING = { currency: '', rate: '', from: '' };

/** What other currencies are worth, for the imports to come. */
export const Rates = (): ReactElement | null => {
  const { settings } = usePortfolio();
  const { currency: home, rates } = settings;
  const save = useSave();
  const format = useFormat();
  const [typed, setTyped] = useState(NOTHING);
  if (home === null) return null;
  const rate = rateOf(typed.currency, typed.rate, typed.from);
  const fits = rate !== null && rate.currency !== home;
  return (
    <Section title="Other currencies">
      <Text size="sm">
        Sales in another currency are imported at the rate you give; without one they are left out. What was
        imported keeps the rate it had.
      </Text>
      {rates.length > 0 ? (
        <Table verticalSpacing={4} aria-label="Rates">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Currency</Table.Th>
              <Table.Th ta="right">In {home}</Table.Th>
              <Table.Th>From</Table.Th>
              <Table.Th aria-label="Remove" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rates.map((each) => (
              <Table.Tr key={`${each.currency} ${each.from}`}>
                <Table.Td>1 {each.currency}</Table.Td>
                <Table.Td ta="right">{each.rate}</Table.Td>
                <Table.Td>{each.from === null ? 'always' : format.day(each.from)}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Remove the rate of ${each.currency}${each.from === null ? '' : ` from ${each.from}`}`}
                    onClick={() => save({ rates: rates.filter((other) => other !== each) })}
                  >
                    Remove
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!fits) return;
          save({ rates: withRates(rates, [rate]) });
          setTyped(NOTHING);
        }}
      >
        <Group gap="xs" align="flex-end">
          <TextInput
            label="Currency"
            placeholder="USD"
            w={100}
            maxLength={3}
            value={typed.currency}
            onChange={(event) => setTyped({ ...typed, currency: event.currentTarget.value })}
          />
          <RateField
            label={`Worth in ${home}`}
            placeholder="0.92"
            rate={typed.rate}
            onRate={(exact) => setTyped({ ...typed, rate: exact })}
          />
          <TextInput
            label="From (optional)"
            type="date"
            w={170}
            value={typed.from}
            onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
          />
          <Button type="submit" variant="default" disabled={!fits}>
            Add the rate
          </Button>
        </Group>
      </form>
    </Section>
  );
};
