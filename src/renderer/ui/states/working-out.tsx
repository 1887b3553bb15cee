import { Button, Group, Text } from '@mantine/core';
import { client } from '../../client/api.ts';
import { useProgress } from '../../client/jobs.tsx';

/** The name the engine gives to the working out of figures. */
const JOB = 'figures';

const PHASES: Readonly<Record<string, string>> = {
  purchases: 'reading the purchases',
  segments: 'dividing the customers',
  growth: 'comparing the periods',
  names: 'reading the names',
  models: 'fitting the models of repeat buying',
  atRisk: 'weighing who is at risk',
  retention: 'following who came back',
  actions: 'ranking what to do',
};

/** What the engine is working out, and a way to stop it; nothing while it works out nothing. */
export const WorkingOut = () => {
  const progress = useProgress(JOB);
  if (progress === null || progress.phase === 'done') return null;
  const words = PHASES[progress.phase];
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        Step {progress.done + 1} of {progress.total}
        {words === undefined ? '' : `: ${words}`}.
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void client.importing.cancel({ job: JOB }).catch(() => undefined)}
      >
        Stop
      </Button>
    </Group>
  );
};
