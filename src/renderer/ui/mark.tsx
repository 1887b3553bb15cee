import type { ReactElement } from 'react';

/** The app's own mark: two axes and two customers. */
export const Mark = (): ReactElement => (
  <svg
    width={20}
    height={20}
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
    <path d="M4 3v17h17M9 16.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM16 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z" />
  </svg>
);
