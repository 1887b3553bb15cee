import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Action, ActionKind } from '../../../shared/model/action.ts';
import { api, client } from '../../client/api.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { copyRows } from '../../ui/text/copy-rows.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { bytesOf, saveFile } from '../../ui/text/save-file.ts';
import { cellsOf, HEAD, savedText } from './model.ts';

const PAGE = 50;
/** The most that one answer holds. */
const MOST = 1000;

/** The first rows of the ranked list, more on request. */
export const useActions = (kind: ActionKind | undefined) => {
  const [shown, setShown] = useState({ kind, limit: PAGE });
  const limit = shown.kind === kind ? shown.limit : PAGE;
  const query = useQuery(
    api.actions.list.queryOptions({ input: { kind, limit }, placeholderData: keepPreviousData }),
  );
  return {
    query,
    canShowMore: limit < MOST,
    showMore: () => setShown({ kind, limit: Math.min(MOST, limit + PAGE) }),
  };
};

/** Takes the list out of the app: all of its rows, not only those on the screen. */
export const useTakeOut = (kind: ActionKind | undefined) => {
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notifications.show({ color: 'red', message: failureSentence(error) });
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    copy: () =>
      void during(async () => {
        const rows = await allRows(kind);
        copyRows(
          HEAD,
          rows.map((row) => cellsOf(row, format)),
        );
      }),
    save: (fileFormat: 'csv' | 'xlsx', everyone: boolean) =>
      void during(async () => {
        const file = await client.actions.export({ format: fileFormat, everyone, kind });
        if (file.rows > 0) saveFile(file.name, bytesOf(file.base64), fileFormat);
        notifications.show({ message: savedText(file, format) });
      }),
  };
};

const allRows = async (kind: ActionKind | undefined): Promise<readonly Action[]> => {
  const rows: Action[] = [];
  for (;;) {
    const page = await client.actions.list({ kind, offset: rows.length, limit: MOST });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
};
