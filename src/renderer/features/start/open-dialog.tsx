import { Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useSyncExternalStore } from 'react';
import { dialogs } from '../../ui/dialogs.ts';
import { OpenList } from './open-list.tsx';

export const OpenDialog = (): ReactElement => (
  <Modal
    opened={useSyncExternalStore(dialogs.subscribe, dialogs.shown) === 'open'}
    onClose={dialogs.close}
    title="Open a portfolio"
    size={560}
  >
    <OpenList onOpened={dialogs.close} />
  </Modal>
);
