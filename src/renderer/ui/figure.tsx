import { Anchor, DataList, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'react-router';
import { type Metric, metrics } from '../../shared/metrics/index.ts';
import type { Result } from '../../shared/model/result.ts';
import classes from './figure.module.css';
import { gradeInWords, useFormat } from './format.ts';

const known: Readonly<Record<string, Metric>> = metrics;

type Props = {
  readonly result: Result;
  /** short form for key figures: € 12.4k instead of every cent */
  readonly headline?: boolean;
  /** where the rows behind the figure are shown */
  readonly rows?: string;
};

/** A figure that can be asked how it was made: value, range where it is an estimate, and its definition. */
export const Figure = ({ result, headline = false, rows }: Props) => {
  const format = useFormat();
  const metric = known[result.metric];
  const text = format.result(result, { headline });
  const titleId = useId();
  const missing = result.value === null;

  return (
    <Popover
      width={400}
      position="bottom-start"
      withArrow
      shadow="md"
      trapFocus
      returnFocus
      hideDetached={false}
    >
      <Popover.Target>
        <UnstyledButton className={classes.figure} data-missing={missing || undefined}>
          <VisuallyHidden>{metric?.title ?? 'Figure'}: </VisuallyHidden>
          <span className={classes.value}>{text.value}</span>
          {text.range !== null && <span className={classes.range}>{text.range}</span>}
          <VisuallyHidden>. How is this computed?</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId} className={classes.dropdown}>
        <Stack gap="xs">
          <div>
            <Text size="xs" c="dimmed">
              How is this computed?
            </Text>
            <Text fw={600} id={titleId}>
              {metric?.title ?? result.metric}
            </Text>
          </div>
          {metric && <Text size="sm">{metric.definition}</Text>}
          {metric?.formula && <Text className={classes.formula}>{metric.formula}</Text>}
          <DataList size="xs" gap={4} labelWidth="84px">
            <Item label="Value">
              {missing
                ? 'No number.'
                : `${format.result(result).value}${text.range === null ? '' : `, between ${format.result(result).range}${text.level === null ? '' : ` in ${text.level} of cases like this`}`}`}
            </Item>
            {result.period && (
              <Item label="Period">
                {format.day(result.period.from)} to {format.day(result.period.to)}
              </Item>
            )}
            <Item label="Sample">{format.count(result.n)}</Item>
            <Item label="Method">{result.method}</Item>
            <Item label="Trust">
              Grade {result.grade}. {gradeInWords[result.grade]}
            </Item>
            {metric?.needs && <Item label="Needs">{metric.needs}</Item>}
            {metric?.limits && <Item label="Limits">{metric.limits}</Item>}
            {metric?.source && <Item label="Source">{metric.source}</Item>}
          </DataList>
          {result.warnings.map((warning) => (
            <Text key={warning} size="xs" className={classes.warning}>
              {warning}
            </Text>
          ))}
          {rows !== undefined && (
            <Text size="sm">
              <Anchor component={Link} to={rows} size="sm">
                Show the rows
              </Anchor>
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};

const Item = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <DataList.Item>
    <DataList.ItemLabel>{label}</DataList.ItemLabel>
    <DataList.ItemValue>{children}</DataList.ItemValue>
  </DataList.Item>
);
