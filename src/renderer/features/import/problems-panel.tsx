import { Accordion, Badge, Group, Radio, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ImportOptions, ImportResult } from '../../../shared/model/importing.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Format } from '../../ui/text/format-core.ts';
import classes from './import.module.css';
import { IssueTable } from './issue-table.tsx';
import { canBeCorrected, fateInWords, groupProblems } from './problems.ts';

type Props = {
  readonly result: ImportResult;
  readonly options: ImportOptions;
  readonly onOptions: (options: ImportOptions) => void;
  readonly f: Format;
};

/** Problems by kind with their first rows, and what becomes of the rows that cannot be used. */
export const ProblemsPanel = ({ result, options, onOptions, f }: Props): ReactElement => {
  const groups = groupProblems(result.issues.byCode, result.issues.first, f.count);
  if (groups.length === 0)
    return (
      <section className={classes.card} aria-label="Problems">
        <Group gap="xs">
          <Icon name="check" />
          <Title order={2}>No problems found in {f.counted(result.rows.read, 'row')}</Title>
        </Group>
      </section>
    );
  const leftOut = result.rows.leftOut;
  return (
    <section className={classes.card} aria-label="Problems">
      <Stack gap="sm">
        <Title order={2}>
          {leftOut > 0
            ? `${f.counted(leftOut, 'row is', 'rows are')} left out`
            : `${f.counted(result.issues.count, 'remark')}; every row can be used`}
        </Title>
        <Accordion variant="contained" chevronPosition="left">
          {groups.map((group) => (
            <Accordion.Item key={group.code} value={group.code}>
              <Accordion.Control>
                <Group justify="space-between" wrap="nowrap" pe="xs">
                  <Group gap="xs" wrap="nowrap">
                    <Icon name={group.leftOut === 'none' ? 'info' : 'warning'} size={16} />
                    <Text size="sm">{group.sentence}</Text>
                  </Group>
                  <Badge
                    variant="light"
                    color={group.leftOut === 'none' ? 'gray' : 'yellow'}
                    tt="none"
                    fw={500}
                    style={{ flexShrink: 0 }}
                  >
                    {fateInWords(group.leftOut)}
                  </Badge>
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                {group.first.length === 0 ? (
                  <Text size="sm" c="dimmed">
                    All rows of this kind are listed after the import, under past imports.
                  </Text>
                ) : (
                  <IssueTable issues={group.first} caption={group.sentence} count={f.count} />
                )}
                {group.count > group.first.length && group.first.length > 0 ? (
                  <Text size="xs" c="dimmed" mt={4}>
                    The first {f.count(group.first.length)} of {f.count(group.count)}. All are listed after
                    the import.
                  </Text>
                ) : null}
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
        {leftOut > 0 && canBeCorrected(groups) ? (
          <Radio.Group
            label="What should happen with rows that cannot be used?"
            value={options.badRows ?? 'leave-out'}
            onChange={(value) => onOptions({ ...options, badRows: value === 'stop' ? 'stop' : 'leave-out' })}
          >
            <Stack gap={8} mt={8}>
              <Radio
                size="sm"
                value="leave-out"
                label="Leave them out and import the rest"
                description={`${f.money(result.revenueLeftOut.minor)} stay out. The list stays with the import.`}
              />
              <Radio
                size="sm"
                value="stop"
                label="Stop, I will correct the file first"
                description="Correct it in your spreadsheet program, save it, and drop it here again."
              />
            </Stack>
          </Radio.Group>
        ) : null}
      </Stack>
    </section>
  );
};
