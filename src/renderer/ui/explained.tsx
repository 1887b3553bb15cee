import { DataList, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { type MetricId, metrics } from '../../shared/metrics/index.ts';
import classes from './figure.module.css';

type Props = { readonly metric: MetricId; readonly children: string };

/** Words over a column or a list that can be asked how the figures under them are made. */
export const Explained = ({ metric, children }: Props) => {
  const { title, definition, formula, needs, limits, source } = metrics[metric];
  const titleId = useId();
  return (
    <Popover width={400} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.figure}>
          <span className={classes.value}>{children}</span>
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
          <Text size="sm" fw={400}>
            {definition}
          </Text>
          <Text className={classes.formula} fw={400}>
            {formula}
          </Text>
          <DataList size="xs" gap={4} labelWidth="84px">
            {(
              [
                ['Needs', needs],
                ['Limits', limits],
                ['Source', source],
              ] as const
            ).map(([label, text]) => (
              <DataList.Item key={label}>
                <DataList.ItemLabel>{label}</DataList.ItemLabel>
                <DataList.ItemValue>{text}</DataList.ItemValue>
              </DataList.Item>
            ))}
          </DataList>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
