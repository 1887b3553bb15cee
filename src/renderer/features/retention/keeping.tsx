import { Table, Text, Title } from '@mantine/core';
import type { Keeping } from '../../../shared/model/retention.ts';
import { FigureRow } from '../../ui/figures/figure-row.tsx';
import { metricOf } from '../../ui/figures/metric-of.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './retention.module.css';

/** How customers and their money stay from one period to the next. */
export const KeepingView = ({ keeping }: { readonly keeping: Keeping }) => {
  const format = useFormat();
  const { before, after, figures, waterfall, warnings } = keeping;
  const period = (p: Keeping['before']): string => `${format.day(p.from)} to ${format.day(p.to)}`;
  return (
    <section aria-labelledby="keeping">
      <Title order={2} id="keeping">
        {keeping.finding}
      </Title>
      <Text size="sm" c="dimmed" mb={8}>
        {period(before)} against {period(after)}.{warnings.length > 0 && ` ${warnings.join(' ')}`}
      </Text>
      <div className={classes.two}>
        <FigureRow
          columns={2}
          rows="/customers"
          figures={figures.map((result) => ({
            result,
            below: (
              <Text size="xs" c="dimmed">
                {metricOf(result.metric)?.definition}
              </Text>
            ),
          }))}
        />
        <section aria-labelledby="waterfall">
          <Title order={3} id="waterfall" mb={6}>
            {waterfall.finding}
          </Title>
          <Table verticalSpacing={4} className={classes.numbers}>
            <Table.Tbody>
              {waterfall.steps.map(({ title, amount, kind }) => (
                <Table.Tr key={title} data-kind={kind} className={classes.step}>
                  <Table.Th scope="row">{title}</Table.Th>
                  <Table.Td ta="right">
                    {kind === 'step' && amount > 0 ? '+' : ''}
                    {format.money(amount)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      </div>
    </section>
  );
};
