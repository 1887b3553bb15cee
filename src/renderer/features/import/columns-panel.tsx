import { Accordion, Alert, Select, Stack, Text, Title } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import type { ColumnMatch, ImportOptions, ImportPreview } from '../../../shared/model/importing.ts';
import { counted } from '../../../shared/words.ts';
import { Icon } from '../../ui/icons.tsx';
import { decideColumn, sortColumns } from './columns.ts';
import { fieldChoices, isField, NOT_USED, neededSentence, wordsOf } from './fields.ts';
import classes from './import.module.css';

type Props = {
  readonly preview: ImportPreview;
  readonly options: ImportOptions;
  readonly onDecide: (options: ImportOptions) => void;
};

type Choices = ReturnType<typeof fieldChoices>;

type RowProps = {
  readonly column: ColumnMatch;
  readonly choices: Choices;
  readonly onField: (field: string) => void;
};

const ColumnRow = ({ column, choices, onField }: RowProps): ReactElement => (
  <div className={classes.column}>
    <div>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {column.header}
      </Text>
      <Text size="xs" c="dimmed">
        {column.reason}
      </Text>
    </div>
    <div className={classes.examples}>
      {column.examples.slice(0, 3).map((example, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal values may follow each other
        <span key={i} className={classes.example} title={example}>
          {example === '' ? '(empty)' : example}
        </span>
      ))}
    </div>
    <Select
      size="xs"
      aria-label={`Meaning of column ${column.header}`}
      data={choices}
      value={column.field ?? NOT_USED}
      allowDeselect={false}
      searchable
      nothingFoundMessage="No such meaning"
      onChange={(value) => value && onField(value)}
    />
  </div>
);

const namesOf = (columns: readonly ColumnMatch[]): string =>
  columns.map((c) => (c.field ? wordsOf(c.field) : c.header)).join(', ');

/** What each column means: the doubtful ones in the open, the sure ones folded away, all of them changeable. */
export const ColumnsPanel = ({ preview, options, onDecide }: Props): ReactElement => {
  const { doubtful, recognised, aside } = sortColumns(preview.columns);
  const choices = useMemo(() => fieldChoices(preview.fields), [preview.fields]);
  const onField = (header: string) => (value: string) =>
    onDecide(
      decideColumn(
        options,
        preview.columns,
        header,
        isField(value) ? value : null,
        preview.remembered !== null,
      ),
    );
  const rows = (columns: readonly ColumnMatch[]): ReactElement => (
    <div>
      {columns.map((column) => (
        <ColumnRow key={column.header} column={column} choices={choices} onField={onField(column.header)} />
      ))}
    </div>
  );
  return (
    <section className={classes.card} aria-label="Columns">
      <Stack gap="sm">
        <Title order={2}>
          {doubtful.length === 0
            ? 'Every column was recognised'
            : doubtful.length === 1
              ? 'What does this column mean?'
              : `What do these ${doubtful.length} columns mean?`}
        </Title>
        {preview.missing.length > 0 ? (
          <Alert color="yellow" icon={<Icon name="warning" />} py="xs">
            {preview.missing.map(neededSentence).join(' ')} Choose the column below that does.
          </Alert>
        ) : null}
        {doubtful.length > 0 ? rows(doubtful) : null}
        <Accordion multiple variant="contained" chevronPosition="left" defaultValue={[]}>
          {recognised.length > 0 ? (
            <Accordion.Item value="recognised">
              <Accordion.Control>
                <Text size="sm" fw={600}>
                  {counted(recognised.length, 'column recognised', 'columns recognised')}
                </Text>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {namesOf(recognised)}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>{rows(recognised)}</Accordion.Panel>
            </Accordion.Item>
          ) : null}
          {aside.length > 0 ? (
            <Accordion.Item value="aside">
              <Accordion.Control>
                <Text size="sm" fw={600}>
                  {counted(aside.length, 'column left aside', 'columns left aside')}
                </Text>
                <Text size="xs" c="dimmed" lineClamp={1}>
                  {namesOf(aside)}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>{rows(aside)}</Accordion.Panel>
            </Accordion.Item>
          ) : null}
        </Accordion>
      </Stack>
    </section>
  );
};
