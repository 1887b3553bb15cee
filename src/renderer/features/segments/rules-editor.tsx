import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { MOST_SEGMENTS, type OwnRules } from '../../../shared/model/own-rules.ts';
import { added, changed, moved, removed, renamed } from './rules.ts';
import { SegmentEditor } from './segment-editor.tsx';

type Props = {
  readonly rules: OwnRules;
  readonly missing: string | null;
  readonly onRules: (rules: OwnRules) => void;
};

/** The owner's own segments in order, each with its conditions. */
export const RulesEditor = ({ rules, missing, onRules }: Props) => (
  <Paper withBorder p="md" component="section" aria-labelledby="own-rules">
    <Title order={2} id="own-rules" mb={4}>
      Your own rules
    </Title>
    <Text size="sm" c="dimmed" mb="sm">
      Each customer is in the first segment whose conditions all fit. “From” is included, “below” is not.
    </Text>
    <TextInput
      size="xs"
      mb="sm"
      label="What you call these segments"
      placeholder="Own rules"
      maxLength={80}
      value={rules.name ?? ''}
      onChange={(event) => onRules(renamed(rules, event.currentTarget.value))}
    />
    <Stack gap="sm">
      {rules.segments.map((segment, place) => (
        <SegmentEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place; its name is being typed
          key={place}
          segment={segment}
          place={place}
          of={rules.segments.length}
          onChange={(change) => onRules(changed(rules, place, change))}
          onMove={(by) => onRules(moved(rules, place, by))}
          onRemove={() => onRules(removed(rules, place))}
        />
      ))}
    </Stack>
    {missing !== null && (
      <Text size="sm" mt="sm" role="status">
        {missing}
      </Text>
    )}
    <Button
      size="xs"
      variant="default"
      mt="sm"
      disabled={rules.segments.length >= MOST_SEGMENTS}
      onClick={() => onRules(added(rules))}
    >
      Add a segment
    </Button>
  </Paper>
);
