import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import type { Format } from '../../ui/text/format-core.ts';
import classes from './import.module.css';
import { type Studio, whyNotYet } from './model.ts';
import { controlTotals } from './result-text.ts';

type Props = {
  readonly studio: Extract<Studio, { readonly step: 'checking' }>;
  readonly f: Format;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
};

/** What the import would do, to be held against the till, and the button. */
export const CommitCard = ({ studio, f, onCommit, onCancel }: Props): ReactElement => {
  const portfolio = useMaybePortfolio();
  const { preview, rereading } = studio;
  const { result } = preview;
  const reason = whyNotYet(studio, portfolio !== null);
  return (
    <section className={classes.side} aria-label="What this import does">
      {result ? (
        <div className={rereading === null ? classes.sideBody : `${classes.sideBody} ${classes.stale}`}>
          <Title order={2} mb={8}>
            Compare with your till or shop
          </Title>
          <dl className={classes.facts}>
            {controlTotals(result, f).map((fact) => (
              <div key={fact.name} style={{ display: 'contents' }}>
                <dt>{fact.name}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
          {result.controlTotals?.sentence ? (
            <Text size="sm" mt="sm" fw={result.controlTotals.agrees === false ? 600 : 400}>
              {result.controlTotals.sentence}
            </Text>
          ) : null}
        </div>
      ) : null}
      <Stack gap={8} className={classes.commit}>
        {result ? (
          <Text size="sm" fw={500}>
            {preview.sentence}
          </Text>
        ) : null}
        <Group gap="xs" wrap="nowrap">
          <Button onClick={onCommit} disabled={reason !== null} flex={1}>
            Import
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
        <Text size="xs" c="dimmed" role="status">
          {reason ?? 'You can undo the import afterwards.'}
        </Text>
      </Stack>
    </section>
  );
};
