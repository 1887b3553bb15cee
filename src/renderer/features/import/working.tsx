import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useProgress } from '../../client/jobs.tsx';
import { paceInWords, percentOf, phaseInWords } from '../../ui/states/progress-text.ts';
import { createFormat } from '../../ui/text/format-core.ts';
import classes from './import.module.css';

type Props = {
  /** what is being done, until the engine names the phase */
  readonly title: string;
  readonly detail: string;
  readonly job: string | null;
  /** known share 0–1 where no job reports, e.g. while the file is handed over */
  readonly share?: number;
  readonly cancelling?: boolean;
  readonly onCancel: () => void;
};

const f = createFormat(navigator.language, null);

/** Long work: how far, how fast, how long still, and a way to stop that leaves everything as it was. */
export const Working = ({ title, detail, job, share, cancelling = false, onCancel }: Props): ReactElement => {
  const progress = useProgress(job);
  const percent = progress ? percentOf(progress) : share === undefined ? null : Math.floor(share * 100);
  const pace = progress ? (percent === 100 ? 'almost done' : paceInWords(progress, f.count)) : '';
  const heading = progress ? phaseInWords(progress.phase, title) : title;
  return (
    <div className={classes.card}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600} size="lg" role="status">
              {heading}
            </Text>
            <Text size="sm" c="dimmed">
              {detail}
            </Text>
          </div>
          <Button variant="default" onClick={onCancel} loading={cancelling}>
            Cancel
          </Button>
        </Group>
        <Progress
          value={percent ?? 100}
          striped={percent === null}
          animated={percent === null}
          size="lg"
          aria-label={heading}
          color="var(--chart-accent)"
        />
        <Group justify="space-between">
          <Text size="sm" className="figure">
            {percent === null ? 'Starting' : f.share(percent / 100)}
          </Text>
          <Text size="sm" c="dimmed" className="figure">
            {pace}
          </Text>
        </Group>
        <Text size="xs" c="dimmed">
          You can look at other places meanwhile. Cancel leaves everything as it was.
        </Text>
      </Stack>
    </div>
  );
};
