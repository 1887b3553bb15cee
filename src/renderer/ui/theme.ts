import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';
import { segmentCssVariables } from './palette.ts';

/** The one accent: a quiet petrol, apart from all segment colours by lightness and hue. */
const petrol: MantineColorsTuple = [
  '#eaf5f7',
  '#d6ebef',
  '#b0d8e0',
  '#84c3cf',
  '#62b2c1',
  '#489fb0',
  '#2f8a9c',
  '#1f7687',
  '#126172',
  '#0a4a58',
];

/** Surfaces of the dark scheme, slightly cool so that white text does not glare. */
const dark: MantineColorsTuple = [
  '#dce1e5',
  '#bcc4cb',
  '#9ea8b1',
  '#828d97',
  '#48515a',
  '#363e45',
  '#282e34',
  '#1d2227',
  '#16191d',
  '#101316',
];

// A dialog's <header> would otherwise count as a second banner of the page.
const dialog = {
  closeButtonProps: { 'aria-label': 'Close' },
  attributes: { header: { role: 'presentation' } },
  styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } },
};

export const theme = createTheme({
  primaryColor: 'petrol',
  colors: { petrol, dark },
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  black: '#1b2228',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.25rem' },
      h4: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  components: {
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, multiline: true, maw: 320 } },
    // In a landmark of their own, so that no list or notice lies outside of all of them.
    Portal: { defaultProps: { target: '#overlays' } },
    // The list itself scrolls: a scrolling area inside it would have to be reachable by the Tab key.
    Select: {
      defaultProps: {
        withScrollArea: false,
        styles: { options: { maxHeight: 300, overflowY: 'auto' } },
      },
    },
    // An empty focusable placeholder in a role="menu" is a fault to a screen reader; the first item takes the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Put away' } } },
    Modal: { defaultProps: { centered: true, ...dialog } },
    Drawer: { defaultProps: { position: 'right', ...dialog } },
  },
});

/** Where Mantine's own values fall short of 4.5 : 1, and the colours charts read. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545e67',
    '--mantine-color-placeholder': '#687179',
    '--mantine-color-error': '#b42318',
    '--mantine-color-success': '#06694b',
    '--mantine-color-default-border': '#c3c9ce',
    '--mantine-color-red-text': '#b42318',
    '--mantine-color-orange-text': '#9a3c0a',
    '--mantine-color-yellow-text': '#7a4d00',
    '--mantine-color-green-text': '#226b30',
    '--mantine-color-teal-text': '#06694b',
    '--mantine-color-red-light-color': '#a01c12',
    '--mantine-color-orange-light-color': '#7f3208',
    '--mantine-color-yellow-light-color': '#6b4300',
    '--mantine-color-green-light-color': '#1b5727',
    '--mantine-color-teal-light-color': '#06543d',
    '--surface-rail': '#f5f7f8',
    '--surface-raised': '#ffffff',
    '--surface-sunken': '#f5f7f8',
    '--line': '#dfe3e6',
    '--chart-accent': '#126172',
    '--chart-quiet': '#aab4bc',
    '--chart-grid': '#e4e8ea',
    '--chart-text': '#545e67',
    ...segmentCssVariables('light'),
  },
  dark: {
    '--mantine-color-dimmed': '#a7b0b8',
    '--mantine-color-placeholder': '#98a2ab',
    '--mantine-color-error': '#ff9b92',
    '--mantine-color-success': '#63e6be',
    '--mantine-color-default-border': '#48515a',
    '--mantine-color-petrol-light': '#15323a',
    '--mantine-color-petrol-light-hover': '#1a3d47',
    '--mantine-color-gray-light': '#2c3238',
    '--mantine-color-gray-light-color': '#dce1e5',
    '--mantine-color-red-light': '#3f2422',
    '--mantine-color-orange-light': '#3d2a1b',
    '--mantine-color-yellow-light': '#3a3018',
    '--mantine-color-green-light': '#1f3325',
    '--mantine-color-teal-light': '#17332c',
    '--surface-rail': '#16191d',
    '--surface-raised': '#22272c',
    '--surface-sunken': '#191d21',
    '--line': '#363e45',
    '--chart-accent': '#62b2c1',
    '--chart-quiet': '#66717b',
    '--chart-grid': '#31383e',
    '--chart-text': '#a7b0b8',
    ...segmentCssVariables('dark'),
  },
});
