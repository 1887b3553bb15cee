import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { tell } from '../../ui/states/tell.ts';

export type UndoRedo = {
  readonly next: { readonly undo: string | null; readonly redo: string | null } | null;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly busy: boolean;
};

/** Undo and redo of recorded changes, each told in the engine's own sentence. */
export const useUndoRedo = (): UndoRedo => {
  const queries = useQueryClient();
  const portfolio = useMaybePortfolio();
  const next = useQuery(api.changes.next.queryOptions({ enabled: portfolio !== null }));
  const told = {
    onSuccess: (outcome: { readonly sentence: string }) => {
      tell('undo', outcome.sentence);
      void queries.invalidateQueries();
    },
    onError: (error: Error) => {
      tell('undo', failureSentence(error), true);
    },
  };
  const undo = useMutation(api.changes.undo.mutationOptions(told));
  const redo = useMutation(api.changes.redo.mutationOptions(told));
  return {
    next: next.data ?? null,
    undo: () => undo.mutate(undefined),
    redo: () => redo.mutate(undefined),
    busy: undo.isPending || redo.isPending,
  };
};
