import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Matrix } from '../../../shared/model/matrix.ts';
import type { MatrixMovement } from '../../../shared/model/migration.ts';
import { sum } from '../../../shared/sum.ts';
import { MatrixChart } from '../../ui/charts/matrix/chart.tsx';
import { cloudOf } from '../../ui/charts/matrix/cloud.ts';
import { MOST_SHAPES } from '../../ui/charts/matrix/look.ts';
import {
  directionText,
  ended,
  QUADRANT_TITLES,
  subjectCount,
  tableRows,
} from '../../ui/charts/matrix/model.ts';
import { MatrixTable } from '../../ui/charts/matrix/table.tsx';
import { useColours, useSegments } from '../../ui/charts/matrix/use-segments.ts';
import { MovementTable } from '../../ui/figures/movement-table.tsx';
import { copyRows } from '../../ui/text/copy-rows.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { type Detail, Details } from './details.tsx';
import { Legend } from './legend.tsx';
import classes from './matrix.module.css';
import { Quadrants } from './quadrants.tsx';
import { Thresholds } from './thresholds.tsx';
import { useLines } from './use-matrix.ts';

type Props = { readonly matrix: Matrix; readonly movement: MatrixMovement | null };

const HEIGHT = 410;

export const MatrixView = ({ matrix, movement }: Props) => {
  const format = useFormat();
  const segments = useSegments();
  const colours = useColours(segments);
  const arrows = matrix.subject === 'segments' ? movement?.arrows : undefined;
  const cloud = useMemo(
    () =>
      cloudOf(
        matrix,
        colours,
        arrows?.map(({ from }) => from),
      ),
    [matrix, colours, arrows],
  );
  const state = useLines(matrix, matrix.subject);
  const [asTable, setAsTable] = useState(false);
  const [only, setOnly] = useState<number | null>(null);
  const [detail, setDetail] = useState<Detail | null>(null);
  const rows = useMemo(() => (asTable ? tableRows(matrix, only) : []), [asTable, matrix, only]);
  const unclear = useMemo(() => sum(cloud.unclear), [cloud]);

  const copy = (): void =>
    copyRows(
      [
        matrix.subject === 'segments' ? 'Segment' : 'Customer',
        '12 months',
        'Growth',
        'From',
        'To',
        'Says',
        'Field',
      ],
      tableRows(matrix, only).map((p) => [
        p.name,
        format.amountCell(p.value),
        format.percentCell(p.growth.value),
        format.percentCell(p.growth.lo),
        format.percentCell(p.growth.hi),
        directionText(p.growth),
        p.quadrant === null ? '' : QUADRANT_TITLES[p.quadrant],
      ]),
    );

  return (
    <>
      {matrix.warnings.length > 0 ? (
        <Alert color="yellow" variant="light" p="xs">
          {matrix.warnings.join(' ')}
        </Alert>
      ) : null}
      <div className={classes.layout}>
        <figure className={classes.figure} aria-labelledby="finding">
          <Title order={2} id="finding">
            {matrix.finding}
          </Title>
          <Group justify="space-between" gap="xs" my={6} pr={asTable ? 0 : 84}>
            <Text className={classes.axis}>
              <span aria-hidden="true">↑ </span>
              {matrix.valueAxis}
            </Text>
            <Group gap={4}>
              <Button
                size="compact-xs"
                fw={500}
                variant="subtle"
                color="gray"
                onClick={() => setAsTable((on) => !on)}
              >
                {asTable ? 'Show the chart' : 'Show as table'}
              </Button>
              <Button size="compact-xs" fw={500} variant="subtle" color="gray" onClick={copy}>
                Copy
              </Button>
            </Group>
          </Group>
          {asTable ? (
            <MatrixTable
              rows={rows}
              subject={matrix.subject}
              segments={segments}
              height={HEIGHT}
              onOpen={(point) => setDetail({ kind: 'point', point })}
            />
          ) : (
            <MatrixChart
              cloud={cloud}
              subject={matrix.subject}
              lines={state.lines}
              height={HEIGHT}
              label={`Value against growth for ${subjectCount(cloud.points.length, matrix.subject, format)}. ${ended(matrix.finding)}`}
              {...(arrows && { arrows })}
              only={only === null ? null : (colours.get(only) ?? null)}
              onOpen={(point) => setDetail({ kind: 'point', point })}
              onMove={state.move}
              onDone={state.done}
            />
          )}
          <Text className={classes.axis} ta="right">
            {matrix.growthAxis}
            <span aria-hidden="true">{'\u00a0→'}</span>
          </Text>
          {matrix.subject === 'customers' && segments.size > 0 && (
            <Legend
              segments={[...segments.values()]}
              shaped={cloud.points.length <= MOST_SHAPES}
              only={only}
              onOnly={setOnly}
            />
          )}
          <Text component="figcaption" size="xs" c="dimmed" mt={4}>
            Bubble size is revenue.{' '}
            {cloud.value.kind === 'log'
              ? 'Doubling is the same distance everywhere.'
              : 'Across, halving and doubling are the same distance.'}{' '}
            {unclear > 0 && `Hatched: too few orders to say (${format.count(unclear)}). `}
            {arrows !== undefined && movement && `Arrows: since ${format.day(movement.from.asOf)}.`}
          </Text>
        </figure>
        <Stack gap="md">
          <Quadrants matrix={matrix} onOpen={(quadrant) => setDetail({ kind: 'quadrant', quadrant })} />
          <Thresholds matrix={matrix} state={state} />
        </Stack>
      </div>
      {movement && (
        <section aria-labelledby="movement">
          <Title order={2} id="movement">
            Since {format.day(movement.from.asOf)}: {movement.sentence}
          </Title>
          <Text size="sm" c="dimmed" mb={4}>
            Customers by field, each day by its own lines, from the sales as they are known now.
          </Text>
          <MovementTable head="Field" rows={movement.fields} moves={movement.moves} />
        </section>
      )}
      <NotPlaced matrix={matrix} />
      <Details
        detail={detail}
        matrix={matrix}
        segments={segments}
        onClose={() => setDetail(null)}
        onPoint={(point) => setDetail({ kind: 'point', point })}
      />
    </>
  );
};

const NotPlaced = ({ matrix }: Pick<Props, 'matrix'>) => {
  const format = useFormat();
  if (matrix.notPlaced.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={2}>Not on the matrix</Title>
      <List size="sm" spacing={2}>
        {matrix.notPlaced.map((group) => (
          <List.Item key={group.reason}>
            {format.counted(group.customers, 'customer')} with{' '}
            {format.money(group.revenue, { headline: true })}: {group.reason}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
};
