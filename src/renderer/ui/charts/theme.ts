import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { type Scheme, segmentColours } from '../palette.ts';

/** The colours every chart takes from the page, so that light, dark and high contrast need no second list. */
export type ChartTheme = {
  readonly scheme: Scheme;
  readonly text: string;
  readonly dimmed: string;
  readonly grid: string;
  readonly surface: string;
  readonly accent: string;
  readonly quiet: string;
  readonly font: string;
  readonly segments: readonly string[];
};

const read = (scheme: Scheme): ChartTheme => {
  const style = getComputedStyle(document.documentElement);
  const variable = (name: string, otherwise: string): string =>
    style.getPropertyValue(name).trim() || otherwise;
  const dark = scheme === 'dark';
  const text = variable('--mantine-color-text', dark ? '#e0e0e0' : '#1f1f1f');
  return {
    scheme,
    text,
    dimmed: variable('--mantine-color-dimmed', dark ? '#a0a0a0' : '#5c5f66'),
    grid: variable('--chart-grid', dark ? 'rgba(255,255,255,0.12)' : 'rgba(0,0,0,0.1)'),
    surface: variable('--mantine-color-body', dark ? '#1b1b1b' : '#ffffff'),
    accent: variable('--chart-accent', dark ? '#74a9e8' : '#1c6bb8'),
    quiet: variable('--chart-quiet', dark ? '#7b838c' : '#8b939c'),
    font: variable('--mantine-font-family', 'system-ui, sans-serif'),
    segments: segmentColours[scheme],
  };
};

export const useChartTheme = (): ChartTheme => {
  const scheme = useComputedColorScheme('light');
  return useMemo(() => read(scheme), [scheme]);
};

/** The colour of a segment by its place in the palette. */
export const segmentColour = (theme: ChartTheme, place: number): string => {
  const n = theme.segments.length;
  return theme.segments[((place % n) + n) % n] ?? theme.accent;
};
