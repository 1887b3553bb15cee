import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { Icon } from '../../ui/icons.tsx';
import { ConditionRow } from './condition-row.tsx';
import { type OwnSegment, withCondition } from './rules.ts';
import classes from './segments.module.css';

type Props = {
  readonly segment: OwnSegment;
  readonly place: number;
  readonly of: number;
  readonly onChange: (change: Partial<OwnSegment>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
};

/** One segment being written: name, order, conditions and what to do. */
export const SegmentEditor = ({ segment, place, of, onChange, onMove, onRemove }: Props) => {
  const called = segment.name.trim() === '' ? `segment ${place + 1}` : segment.name;
  const conditions = segment.rule.all;
  return (
    <fieldset className={classes.own} aria-label={`Segment ${place + 1}`}>
      <Group gap={4} wrap="nowrap" mb={6}>
        <TextInput
          flex={1}
          size="xs"
          aria-label={`Name of segment ${place + 1}`}
          maxLength={60}
          value={segment.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={place === 0}
          aria-label={`Move ${called} up`}
          onClick={() => onMove(-1)}
        >
          <Icon name="up" size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={place === of - 1}
          aria-label={`Move ${called} down`}
          onClick={() => onMove(1)}
        >
          <Icon name="down" size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={of === 1}
          aria-label={`Remove ${called}`}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </ActionIcon>
      </Group>
      <Stack gap={6}>
        {conditions.map((condition, at) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has nothing but its place
            key={at}
            condition={condition}
            name={`condition ${at + 1} of ${called}`}
            onChange={(changed) => onChange(withCondition(segment, at, changed))}
          />
        ))}
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <TextInput
            flex={1}
            size="xs"
            aria-label={`What to do with ${called}`}
            placeholder="What to do with them"
            maxLength={300}
            value={segment.whatToDo ?? ''}
            onChange={(event) => onChange({ whatToDo: event.currentTarget.value })}
          />
          <Button
            size="compact-xs"
            fw={500}
            variant="subtle"
            color="gray"
            flex="none"
            aria-label={`Add a condition to ${called}`}
            onClick={() => onChange(withCondition(segment, conditions.length, { measure: 'revenue12m' }))}
          >
            Add a condition
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
};
