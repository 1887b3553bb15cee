import { Anchor, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Matrix } from '../../../shared/model/matrix.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import { MatrixChart } from '../../ui/charts/matrix/chart.tsx';
import { cloudOf } from '../../ui/charts/matrix/cloud.ts';
import { ended, tableRows } from '../../ui/charts/matrix/model.ts';
import { MatrixTable } from '../../ui/charts/matrix/table.tsx';
import { useColours, useSegments } from '../../ui/charts/matrix/use-segments.ts';

type Props = { readonly matrix: Matrix | NotAvailable };

export const MiniMatrix = ({ matrix }: Props) =>
  'reason' in matrix ? (
    <>
      <Text fw={600}>{matrix.reason}</Text>
      <Text size="sm" mt={4}>
        {matrix.needed}
      </Text>
      <Anchor component={Link} to="/import" size="sm" mt="xs" display="inline-block">
        Import more sales
      </Anchor>
    </>
  ) : (
    <Drawn matrix={matrix} />
  );

const Drawn = ({ matrix }: { readonly matrix: Matrix }) => {
  const navigate = useNavigate();
  const segments = useSegments();
  const colours = useColours(segments);
  const cloud = useMemo(() => cloudOf(matrix, colours), [matrix, colours]);
  const rows = useMemo(() => tableRows(matrix, null), [matrix]);
  const open = (): void => void navigate(`/portfolio/matrix?of=${matrix.subject}`);
  return (
    <ChartFigure
      title={matrix.finding}
      chart={
        <MatrixChart
          compact
          cloud={cloud}
          subject={matrix.subject}
          lines={matrix.thresholds}
          height={230}
          label={`Value against growth. ${ended(matrix.finding)}`}
          onOpen={open}
        />
      }
      table={
        <MatrixTable rows={rows} subject={matrix.subject} segments={segments} height={230} onOpen={open} />
      }
      note={
        <>
          Value up, growth across.{' '}
          <Anchor component={Link} to={`/portfolio/matrix?of=${matrix.subject}`} size="xs" underline="always">
            Open the matrix
          </Anchor>
        </>
      }
    />
  );
};
