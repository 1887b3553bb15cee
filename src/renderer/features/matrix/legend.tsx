import { Button, Group } from '@mantine/core';
import type { Segment } from '../../../shared/model/segment.ts';
import { Swatch } from '../../ui/charts/matrix/swatch.tsx';

type Props = {
  readonly segments: readonly Segment[];
  /** whether customers are drawn as shapes; as single pixels they have colour only, and one segment can be brought out */
  readonly shaped: boolean;
  readonly only: number | null;
  readonly onOnly: (segment: number | null) => void;
};

/** Which mark is which segment; a click brings one out. */
export const Legend = ({ segments, shaped, only, onOnly }: Props) => (
  <Group gap={4} role="group" aria-label="Segments: bring one out">
    {segments.map((s) => (
      <Button
        key={s.id}
        size="compact-xs"
        fw={500}
        variant={only === s.id ? 'filled' : 'subtle'}
        color="gray"
        aria-pressed={only === s.id}
        leftSection={<Swatch colour={s.colour} shaped={shaped} />}
        onClick={() => onOnly(only === s.id ? null : s.id)}
      >
        {s.name}
      </Button>
    ))}
  </Group>
);
