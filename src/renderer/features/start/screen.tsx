import { Button, Progress, Radio, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../client/api.ts';
import { useProgress } from '../../client/jobs.tsx';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { percentOf } from '../../ui/states/progress-text.ts';
import { SAMPLES, type SampleKind } from './model.ts';
import { OpenList } from './open-list.tsx';
import classes from './start.module.css';

type DoorProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
};

const Door = ({ icon, title, about, children }: DoorProps): ReactElement => (
  <section className={classes.door} aria-label={title}>
    <span className={classes.doorIcon}>
      <Icon name={icon} size={28} />
    </span>
    <div>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
    </div>
    {children}
  </section>
);

/** The job under which the engine reports while it makes a sample. */
const SAMPLE_JOB = 'sample';

const SampleProgress = (): ReactElement => {
  const progress = useProgress(SAMPLE_JOB);
  const percent = progress ? percentOf(progress) : null;
  return (
    <div>
      <Text size="sm" role="status">
        Making two years of sales, once
      </Text>
      <Progress
        value={percent ?? 100}
        striped={percent === null}
        animated={percent === null}
        color="var(--chart-accent)"
        aria-label="Making the sample"
      />
    </div>
  );
};

const SampleDoor = (): ReactElement => {
  const [kind, setKind] = useState<SampleKind>('bakery');
  const changed = usePortfolioChanged();
  const navigate = useNavigate();
  const open = useMutation(
    api.portfolio.openSample.mutationOptions({
      onSuccess: (answer) => {
        changed(answer.portfolio);
        void navigate('/overview');
      },
    }),
  );
  return (
    <Door
      icon="shop"
      title="Try it with a sample business"
      about="Made-up customers and two years of sales. Your own data is not touched."
    >
      <Radio.Group
        aria-label="Kind of business"
        value={kind}
        onChange={(value) => {
          const sample = SAMPLES.find((s) => s.kind === value);
          if (sample) setKind(sample.kind);
        }}
      >
        <Stack gap={8}>
          {SAMPLES.map((sample) => (
            <Radio
              key={sample.kind}
              value={sample.kind}
              size="sm"
              label={
                <>
                  {sample.title}{' '}
                  <Text span size="xs" c="dimmed">
                    {sample.about}
                  </Text>
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      {open.error ? <Failure error={open.error} /> : null}
      {open.isPending ? <SampleProgress /> : null}
      <Button
        className={classes.rest}
        variant="default"
        loading={open.isPending}
        onClick={() => open.mutate({ kind })}
      >
        Open the sample
      </Button>
    </Door>
  );
};

/** The first run, and whenever no portfolio is open: exactly three doors. */
export const StartScreen = ({ importing }: { readonly importing: boolean }): ReactElement => (
  <main className={classes.page}>
    <div className={classes.inner}>
      <div className={classes.mark}>
        <Mark /> Clientele
      </div>
      <Title order={1}>Which customers matter, and what to do on Monday</Title>
      <Text c="dimmed">
        Everything stays in one file on this computer. No account, no internet, and it is saved as you go.
      </Text>
      <div className={classes.doors}>
        <Door
          icon="import"
          title="Import your sales"
          about="An export from your till, shop or bookkeeping: a CSV or Excel file, or cells copied from a spreadsheet."
        >
          <Text size="sm">
            One row for each sale or each item sold is enough: a day, an amount and, best of all, who bought.
            You see what was understood before anything is saved.
          </Text>
          <Button className={classes.rest} component={Link} to="/import">
            {importing ? 'Go on with your import' : 'Choose a file'}
          </Button>
        </Door>
        <SampleDoor />
        <Door icon="folder" title="Open a portfolio" about="One you made before, on this computer.">
          <OpenList shown={5} />
        </Door>
      </div>
    </div>
  </main>
);
