import { List, Table, Text, Title } from '@mantine/core';
import type { BackTestView } from '../../../shared/model/retention.ts';
import { useFormat } from '../../ui/text/format.ts';
import { verdictOf } from './model.ts';
import classes from './retention.module.css';

type Asked = BackTestView['asked'][number];

/** "If you had asked us a year ago": what would have been told from the sales up to then, against what came. */
export const BackTest = ({ test }: { readonly test: BackTestView }) => {
  const format = useFormat();
  return (
    <section aria-labelledby="back-test">
      <Title order={2} id="back-test">
        {test.finding}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        Everything worked out anew from the sales up to that day alone, then held against what the customers
        known then really did. New customers are in neither.
      </Text>
      <Table verticalSpacing={4} className={classes.numbers} aria-label="Forecast against what came">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>If you had asked</Table.Th>
            <Table.Th ta="right">We would have told</Table.Th>
            <Table.Th ta="right">Came</Table.Th>
            <Table.Th>Verdict</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {test.asked.flatMap((asked) => [
            <Row
              key={`${asked.origin} money`}
              title={`${asked.ago}, money to ${format.day(asked.window.to)}`}
              compared={asked.money}
              write={(value) => format.money(value, { headline: true })}
            />,
            <Row
              key={`${asked.origin} purchases`}
              title={`${asked.ago}, purchases`}
              compared={asked.purchases}
              write={(value) => format.count(Math.round(value))}
            />,
          ])}
        </Table.Tbody>
      </Table>
      <Fails test={test} />
    </section>
  );
};

type RowProps = {
  readonly title: string;
  readonly compared: Asked['money'];
  readonly write: (value: number) => string;
};

const Row = ({ title, compared, write }: RowProps) => {
  const { forecast, lo, hi, actual, inside } = compared;
  return (
    <Table.Tr className={classes.step}>
      <Table.Th scope="row">{title.charAt(0).toUpperCase() + title.slice(1)}</Table.Th>
      <Table.Td ta="right">
        {lo === null || hi === null ? `about ${write(forecast)}` : `${write(lo)} to ${write(hi)}`}
      </Table.Td>
      <Table.Td ta="right">{write(actual)}</Table.Td>
      <Table.Td>{verdictOf(inside)}</Table.Td>
    </Table.Tr>
  );
};

/** Of which customers the forecast was wrong, so that the owner knows where not to lean on it. */
const Fails = ({ test }: { readonly test: BackTestView }) => {
  const failing = test.asked.filter(({ fails }) => fails.length > 0);
  if (failing.length === 0)
    return (
      <Text size="sm" mt={6}>
        For no group of customers was it wrong by more than a quarter and more than chance.
      </Text>
    );
  return (
    <>
      <Text size="sm" mt={6} fw={600}>
        Where it was wrong by more than chance
      </Text>
      <List size="sm">
        {failing.flatMap(({ origin, ago, fails }) =>
          fails.map((sentence) => (
            <List.Item key={`${origin} ${sentence}`}>
              Asked {ago}: {sentence}
            </List.Item>
          )),
        )}
      </List>
    </>
  );
};
