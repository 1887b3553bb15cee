import { Anchor, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Matrix, MatrixPoint } from '../../../shared/model/matrix.ts';
import type { Segment } from '../../../shared/model/segment.ts';
import { directionText, growthText, QUADRANT_TITLES, subjectCount } from '../../ui/charts/matrix/model.ts';
import { useFormat } from '../../ui/text/format.ts';
import { People } from './people.tsx';
import type { QuadrantSummary } from './quadrants.tsx';

export type Detail =
  | { readonly kind: 'quadrant'; readonly quadrant: QuadrantSummary }
  | { readonly kind: 'point'; readonly point: MatrixPoint };

type Props = {
  readonly detail: Detail | null;
  readonly matrix: Matrix;
  readonly segments: ReadonlyMap<number, Segment>;
  readonly onClose: () => void;
  readonly onPoint: (point: MatrixPoint) => void;
};

/** What lies in a field or behind a bubble: the list, its totals, and what to do with them. */
export const Details = ({ detail, matrix, segments, onClose, onPoint }: Props) => (
  <Drawer
    opened={detail !== null}
    onClose={onClose}
    size={500}
    title={
      <Title order={2}>
        {detail === null ? '' : detail.kind === 'quadrant' ? detail.quadrant.title : detail.point.name}
      </Title>
    }
  >
    {detail?.kind === 'quadrant' && (
      <QuadrantDetail quadrant={detail.quadrant} matrix={matrix} onPoint={onPoint} />
    )}
    {detail?.kind === 'point' &&
      (matrix.subject === 'segments' ? (
        <SegmentDetail point={detail.point} segment={segments.get(detail.point.id)} matrix={matrix} />
      ) : (
        <CustomerDetail
          point={detail.point}
          segment={segments.get(detail.point.segment ?? -1)}
          matrix={matrix}
        />
      ))}
  </Drawer>
);

const ToDo = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <div>
      <Title order={3} mb={4}>
        What to do with them
      </Title>
      <Text size="sm">{text}</Text>
    </div>
  );

type QuadrantProps = {
  readonly quadrant: QuadrantSummary;
  readonly matrix: Matrix;
  readonly onPoint: (point: MatrixPoint) => void;
};

const QuadrantDetail = ({ quadrant, matrix, onPoint }: QuadrantProps) => {
  const format = useFormat();
  const inside = matrix.points.filter((p) => p.quadrant === quadrant.quadrant);
  return (
    <Stack gap="md">
      <Text size="sm">
        {subjectCount(quadrant.count, matrix.subject, format)} with{' '}
        {format.money(quadrant.revenue, { headline: true })} in 12 months,{' '}
        {format.share(quadrant.revenueShare)} of what is on the matrix.{' '}
        {quadrant.clear < quadrant.count &&
          `${format.count(quadrant.clear)} rise or fall clearly; for the others there are too few orders to say.`}
      </Text>
      <ToDo text={quadrant.whatToDo} />
      {matrix.subject === 'customers' ? (
        <People filter={{ quadrant: quadrant.quadrant }} />
      ) : (
        <Stack gap={6}>
          {inside.map((point) => (
            <Group key={point.id} justify="space-between" wrap="nowrap">
              <Anchor component="button" type="button" size="sm" onClick={() => onPoint(point)}>
                {point.name}
              </Anchor>
              <Text size="sm">
                {format.counted(point.customers, 'customer')}, {format.money(point.value, { headline: true })}
              </Text>
            </Group>
          ))}
          {inside.length === 0 && <Text size="sm">No segment is here.</Text>}
        </Stack>
      )}
    </Stack>
  );
};

type PointProps = {
  readonly point: MatrixPoint;
  readonly segment: Segment | undefined;
  readonly matrix: Matrix;
};

const Numbers = ({ point }: { readonly point: MatrixPoint }) => {
  const format = useFormat();
  return (
    <Text size="sm">
      {format.money(point.value)} in 12 months. Growth {growthText(point.growth, format)},{' '}
      {directionText(point.growth)}.
      {point.quadrant !== null && ` In the field ${QUADRANT_TITLES[point.quadrant]}.`}
    </Text>
  );
};

const SegmentDetail = ({ point, segment, matrix }: PointProps) => (
  <Stack gap="md">
    <Numbers point={point} />
    {segment && <Text size="sm">{segment.rule}</Text>}
    <ToDo text={segment?.whatToDo ?? matrix.quadrants.find((q) => q.quadrant === point.quadrant)?.whatToDo} />
    <People filter={{ segment: point.id }} />
  </Stack>
);

const CustomerDetail = ({ point, segment, matrix }: PointProps) => {
  const quadrant = matrix.quadrants.find((q) => q.quadrant === point.quadrant);
  return (
    <Stack gap="md">
      <Numbers point={point} />
      {segment && <Text size="sm">In the segment {segment.name}.</Text>}
      <Button
        component={Link}
        to={`/customers/${point.id}`}
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
      >
        Open the customer’s page
      </Button>
      <ToDo text={quadrant?.whatToDo ?? segment?.whatToDo} />
      {quadrant && (
        <>
          <Title order={3}>Everyone in {quadrant.title}</Title>
          <People filter={{ quadrant: quadrant.quadrant }} />
        </>
      )}
    </Stack>
  );
};
