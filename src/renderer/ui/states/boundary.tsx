import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { Component } from 'react';
import { Failure } from './failure.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly error: unknown; readonly failed: boolean };

/** The last net: what breaks while drawing is said instead of leaving an empty window. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Box p="xl" maw={640} mx="auto" mt="xl">
        <Failure error={this.state.error} retry={() => window.location.reload()} />
      </Box>
    );
  }
}
