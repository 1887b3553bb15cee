import { ActionIcon, Group } from '@mantine/core';
import type { Chart } from 'chart.js';
import type { RefObject } from 'react';
import classes from './matrix.module.css';

type Props = { readonly chart: RefObject<Chart | null> };

/** Zoom for those without a wheel; with one, hold Ctrl. */
export const ZoomButtons = ({ chart }: Props) => (
  <Group gap={2} className={classes.zoom}>
    <ActionIcon
      size="sm"
      variant="default"
      aria-label="Zoom in"
      title="Zoom in (Ctrl and wheel)"
      onClick={() => chart.current?.zoom(1.5)}
    >
      +
    </ActionIcon>
    <ActionIcon
      size="sm"
      variant="default"
      aria-label="Zoom out"
      title="Zoom out"
      onClick={() => chart.current?.zoom(1 / 1.5)}
    >
      −
    </ActionIcon>
    <ActionIcon
      size="sm"
      variant="default"
      aria-label="Show everything"
      title="Show everything"
      onClick={() => chart.current?.resetZoom()}
    >
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M1 4V1h3M8 1h3v3M11 8v3H8M4 11H1V8" />
      </svg>
    </ActionIcon>
  </Group>
);
