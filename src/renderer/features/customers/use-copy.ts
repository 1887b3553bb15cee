import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import type { TableView } from '../../ui/customer-address.ts';
import { failureSentence, isAbort } from '../../ui/states/failure-text.ts';
import { copyRows } from '../../ui/text/copy-rows.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { type Column, needsEstimates } from './columns.ts';
import type { Selection } from './selection.ts';
import { readRows } from './use-rows.ts';

export type CopyState = {
  /** rows read so far, null while nothing is being copied */
  readonly read: number | null;
  readonly start: (selection: Selection) => void;
  readonly stop: () => void;
};

/** Copies rows which are mostly not on the screen: they are read first, and that can be stopped. */
export const useCopy = (view: TableView, columns: readonly Column[]): CopyState => {
  const format = useFormat();
  const [read, setRead] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (selection: Selection): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setRead(0);
    try {
      const rows = await readRows(
        { view, estimates: needsEstimates(columns) },
        selection,
        setRead,
        mine.signal,
      );
      copyRows(
        columns.map((c) => c.title),
        rows.map((row) => columns.map((c) => c.cell(row, format))),
      );
    } catch (error) {
      if (!isAbort(error)) notifications.show({ color: 'red', message: failureSentence(error) });
    } finally {
      if (running.current === mine) setRead(null);
    }
  };

  return { read, start: (selection) => void start(selection), stop: () => running.current?.abort() };
};
