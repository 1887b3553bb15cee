import { Code } from '@mantine/core';
import type { ReactElement } from 'react';

/** A path in full: it wraps where it must, so that its end can be read. */
export const FilePath = ({ path }: { readonly path: string }): ReactElement => (
  <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {path}
  </Code>
);
