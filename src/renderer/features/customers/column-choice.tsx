import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { COLUMNS, firstColumns } from './columns.ts';

type Props = { readonly shown: readonly string[]; readonly onShown: (ids: readonly string[]) => void };

export const ColumnChoice = ({ shown, onShown }: Props) => (
  <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
    <Popover.Target>
      <Button size="xs" variant="default">
        Columns
      </Button>
    </Popover.Target>
    <Popover.Dropdown aria-label="Columns of the table">
      <Stack gap={7}>
        {COLUMNS.filter((c) => c.id !== 'name').map((column) => (
          <Checkbox
            key={column.id}
            size="xs"
            label={column.title}
            checked={shown.includes(column.id)}
            onChange={(event) =>
              onShown(
                event.currentTarget.checked ? [...shown, column.id] : shown.filter((id) => id !== column.id),
              )
            }
          />
        ))}
        <Button size="compact-xs" variant="subtle" onClick={() => onShown(firstColumns())}>
          As at first
        </Button>
      </Stack>
    </Popover.Dropdown>
  </Popover>
);
