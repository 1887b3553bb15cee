import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportOptions, ImportPreview, ImportQuestion } from '../../../shared/model/importing.ts';
import classes from './import.module.css';

type Props = {
  readonly preview: ImportPreview;
  readonly options: ImportOptions;
  readonly onDecide: (options: ImportOptions) => void;
};

/** The currency is asked with what else only the owner knows. */
type Reading = ImportQuestion & { readonly id: 'dateFormat' | 'decimal' };

const isReading = (question: ImportQuestion): question is Reading => question.id !== 'currency';

const answered = (options: ImportOptions, question: Reading, value: string): ImportOptions => {
  switch (question.id) {
    case 'dateFormat':
      return { ...options, dateFormat: value };
    case 'decimal':
      return { ...options, decimal: value === ',' ? ',' : '.' };
  }
};

/** What the file leaves open, with both readings side by side. */
export const Questions = ({ preview, options, onDecide }: Props): ReactElement | null => {
  const readings = preview.questions.filter(isReading);
  return readings.length === 0 ? null : (
    <section className={classes.card} aria-label="Open questions">
      <Stack gap="md">
        {readings.map((question) => (
          <div key={`${question.id}:${question.column ?? ''}`}>
            <Title order={2}>{question.question}</Title>
            {question.column ? (
              <Text size="sm" c="dimmed">
                Column “{question.column}”
              </Text>
            ) : null}
            <div className={classes.readings} style={{ marginTop: 12 }}>
              {question.choices.map((choice) => (
                <UnstyledButton
                  key={choice.value}
                  className={classes.reading}
                  onClick={() => onDecide(answered(options, question, choice.value))}
                >
                  <Text fw={600}>{choice.label}</Text>
                  <Text size="sm" c="dimmed">
                    {choice.reading}
                  </Text>
                </UnstyledButton>
              ))}
            </div>
          </div>
        ))}
      </Stack>
    </section>
  );
};
