import { ActionIcon, Group, Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useUndoRedo } from '../session/use-undo-redo.ts';
import classes from './frame.module.css';

export const UndoRedo = (): ReactElement => {
  const { next, undo, redo, busy } = useUndoRedo();
  const items = [
    { name: 'undo', label: 'Undo', sentence: next?.undo, run: undo },
    { name: 'redo', label: 'Redo', sentence: next?.redo, run: redo },
  ] as const;
  return (
    <Group gap={4} wrap="nowrap">
      {items.map((item) => (
        <Tooltip
          key={item.name}
          label={item.sentence ? `${item.label}: ${item.sentence}` : `Nothing to ${item.name}`}
        >
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className={classes.tool}
            aria-label={item.label}
            aria-disabled={!item.sentence}
            {...(item.sentence ? {} : { 'data-disabled': true })}
            loading={busy && Boolean(item.sentence)}
            onClick={() => {
              if (item.sentence) item.run();
            }}
          >
            <Icon name={item.name} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
};
