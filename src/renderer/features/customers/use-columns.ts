import { useMemo, useState } from 'react';
import { type Column, columnsOf, rememberedColumns } from './columns.ts';

const KEY = 'clientele.customers.columns';

export type ColumnsState = {
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
  readonly choose: (ids: readonly string[]) => void;
};

/** The columns the owner has chosen, remembered on this computer. */
export const useColumns = (): ColumnsState => {
  const [ids, setIds] = useState(() => rememberedColumns(window.localStorage.getItem(KEY)));
  const columns = useMemo(() => columnsOf(ids), [ids]);
  return {
    ids,
    columns,
    choose: (wanted) => {
      setIds(wanted);
      window.localStorage.setItem(KEY, JSON.stringify(wanted));
    },
  };
};
