import { DataList, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Metric } from '../../../shared/metrics/index.ts';
import classes from './figure.module.css';

/** One line of facts under the definition; left out where there is no text. */
export type Fact = readonly [label: string, text: ReactNode];

type Props = {
  readonly title: string;
  /** what the catalogue says of the figure; absent for one of another version */
  readonly metric: Metric | undefined;
  /** of this very figure, before what the catalogue says */
  readonly facts?: readonly Fact[];
  /** further remarks below the facts */
  readonly remarks?: ReactNode;
  /** there is no number: the button says so in words */
  readonly isMissing?: boolean;
  /** what the button shows */
  readonly children: ReactNode;
};

/** "How is this computed?": a button with a dotted underline, and the popover with definition and facts. */
export const Explanation = ({ title, metric, facts = [], remarks, isMissing = false, children }: Props) => {
  const titleId = useId();
  const lines: readonly Fact[] = [
    ...facts,
    ['Needs', metric?.needs],
    ['Limits', metric?.limits],
    ['Source', metric?.source],
  ];
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
        <UnstyledButton className={classes.figure} data-missing={isMissing || undefined}>
          {children}
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
              {title}
            </Text>
          </div>
          {metric && <Text size="sm">{metric.definition}</Text>}
          {metric?.formula && <Text className={classes.formula}>{metric.formula}</Text>}
          <DataList size="xs" gap={4} labelWidth="84px">
            {lines.map(([label, text]) =>
              text ? (
                <DataList.Item key={label}>
                  <DataList.ItemLabel>{label}</DataList.ItemLabel>
                  <DataList.ItemValue>{text}</DataList.ItemValue>
                </DataList.Item>
              ) : null,
            )}
          </DataList>
          {remarks}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
