import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportResult } from '../../../shared/model/importing.ts';
import type { Format } from '../../ui/text/format-core.ts';
import classes from './import.module.css';
import { skippedSentences } from './result-text.ts';

const SHOWN = 8;

/** Rows that do not count because the portfolio has them: why, and the first of them. */
export const SkippedPanel = ({
  result,
  f,
}: {
  readonly result: ImportResult;
  readonly f: Format;
}): ReactElement | null => {
  const sentences = skippedSentences(result, f);
  if (sentences.length === 0) return null;
  const first = result.skipped.first.slice(0, SHOWN);
  return (
    <section className={classes.card} aria-label="Already in your portfolio">
      <Stack gap="sm">
        <Title order={2}>Already in your portfolio</Title>
        {sentences.map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
        {first.length > 0 ? (
          <List size="sm" spacing={2}>
            {first.map(({ row, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one row may bring several equal lines
              <List.Item key={index}>
                Row {f.count(row)}: {message}
              </List.Item>
            ))}
          </List>
        ) : null}
      </Stack>
    </section>
  );
};
