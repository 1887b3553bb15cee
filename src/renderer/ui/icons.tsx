import type { ReactElement } from 'react';

/** Line icons on a 24-px grid, drawn for this app. */
const PATHS = {
  mark: 'M4 3v17h17M9 16.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM16 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  overview: 'M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z',
  import: 'M12 3v12M7 10l5 5 5-5M4 17v3h16v-3',
  customers:
    'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 20c.6-4 3.4-6 7-6s6.4 2 7 6M16 3.500a4 4 0 0 1 0 7.300M18.5 14.500c2 .8 3.2 2.7 3.5 5.5',
  portfolio: 'M4 4h16v16H4zM12 4v16M4 12h16',
  questions: 'M4 4h16v12h-9l-4 4v-4H4zM10 8.500a2 2 0 1 1 2.800 1.800c-.5.200-.8.600-.8 1.200M12 13.500h.01',
  listen:
    'M7 9a5 5 0 0 1 10 0c0 4-4 4.500-4 8a3 3 0 0 1-5.500 1.700M10 9.500a2 2 0 0 1 4-.3c0 1.600-1.500 2-1.500 3.300',
  act: 'M4 6l1.5 1.500L8.5 4.500M4 12.500L5.5 14l3-3M4 19l1.5 1.500 3-3M12 6h8M12 12.500h8M12 19h8',
  reviews: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5',
  undo: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M16 5l4 4-4 4M20 9H10a6 6 0 0 0 0 12h3',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .9-1 1.700M12 17h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.5h.01',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  paste: 'M9 4H6v17h12V4h-3M9 3h6v4H9zM9 12h6M9 16h4',
  folder: 'M3 6h6l2 3h10v10H3z',
  shop: 'M4 10v10h16V10M3 10l2-6h14l2 6zM9 20v-6h6v6',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  warning: 'M12 4L2.5 20h19zM12 10v5M12 17.500h.01',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  right: 'M9 6l6 6-6 6',
  left: 'M15 6l-6 6 6 6',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside a word or inside a named control; never the only name of anything. */
export const Icon = ({
  name,
  size = 18,
}: {
  readonly name: IconName;
  readonly size?: number;
}): ReactElement => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.75}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
    style={{ flexShrink: 0 }}
  >
    <path d={PATHS[name]} />
  </svg>
);
