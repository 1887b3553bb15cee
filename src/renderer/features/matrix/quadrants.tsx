import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import type { Matrix } from '../../../shared/model/matrix.ts';
import { subjectCount } from '../../ui/charts/matrix/model.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './matrix.module.css';

export type QuadrantSummary = Matrix['quadrants'][number];

type Props = {
  readonly matrix: Matrix;
  readonly onOpen: (quadrant: QuadrantSummary) => void;
};

/** The four fields with what lies in them; each opens its list. */
export const Quadrants = ({ matrix, onOpen }: Props) => {
  const format = useFormat();
  return (
    <Stack gap={8}>
      {matrix.quadrants.map((q) => (
        <UnstyledButton key={q.quadrant} className={classes.quadrant} onClick={() => onOpen(q)}>
          <Group justify="space-between" gap={8} wrap="nowrap" align="baseline">
            <Text fw={600}>{q.title}</Text>
            <Text size="sm" fw={600}>
              {format.money(q.revenue, { headline: true })}
            </Text>
          </Group>
          <Group justify="space-between" gap={8} wrap="nowrap">
            <Text size="sm">
              {subjectCount(q.count, matrix.subject, format)}, {format.share(q.revenueShare)}
            </Text>
            <Text size="xs" c="dimmed">
              {q.count > 0 &&
                q.clear < q.count &&
                (q.clear === 0 ? 'none clearly' : `${format.count(q.clear)} clearly`)}
            </Text>
          </Group>
          <Text size="xs" c="dimmed" lineClamp={2} mt={2}>
            {q.whatToDo}
          </Text>
        </UnstyledButton>
      ))}
    </Stack>
  );
};
