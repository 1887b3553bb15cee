import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Matrix, MatrixSubject } from '../../../shared/model/matrix.ts';
import { unpackMatrix } from '../../../shared/model/matrix-points.ts';
import { minor } from '../../../shared/model/money.ts';
import { api, client } from '../../client/api.ts';
import type { Lines } from '../../ui/charts/matrix/model.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';

/** The matrix with its points, however they come. */
export const matrixQuery = (subject: MatrixSubject) =>
  queryOptions({
    queryKey: ['matrix', subject],
    queryFn: async ({ signal }) => unpackMatrix(await client.matrix.read({ subject }, { signal })),
  });

export type LinesState = {
  readonly lines: Lines;
  /** moves the lines on the screen only */
  readonly move: (lines: Lines) => void;
  /** keeps where they are; waits a moment for the next key */
  readonly done: () => void;
  readonly set: (lines: Lines) => void;
  readonly reset: () => void;
  readonly saving: boolean;
  readonly moved: boolean;
};

const KEY_PAUSE_MS = 450;

/** The thresholds while the owner moves them, and their keeping. */
export const useLines = (matrix: Matrix, subject: MatrixSubject): LinesState => {
  const queries = useQueryClient();
  const { value, growth, suggestedValue, suggestedGrowth } = matrix.thresholds;
  const [draft, setDraft] = useState<Lines | null>(null);
  const latest = useRef<Lines | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const saving = useMutation(
    api.matrix.setThresholds.mutationOptions({
      onSuccess: async (answer, input) => {
        queries.setQueryData(matrixQuery(input.subject).queryKey, await unpackMatrix(answer));
        void queries.invalidateQueries({ queryKey: api.overview.key() });
        void queries.invalidateQueries({ queryKey: api.customers.key() });
        void queries.invalidateQueries({ queryKey: api.changes.key() });
      },
      onError: (error) => notifications.show({ color: 'red', message: failureSentence(error) }),
      onSettled: () => setDraft(null),
    }),
  );

  useEffect(() => () => clearTimeout(timer.current), []);

  const keep = (lines: Lines): void =>
    saving.mutate({ subject, value: minor(Math.round(lines.value)), growth: lines.growth });

  const move = (lines: Lines): void => {
    latest.current = lines;
    setDraft(lines);
  };

  return {
    lines: draft ?? { value, growth },
    move,
    done: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (latest.current) keep(latest.current);
      }, KEY_PAUSE_MS);
    },
    set: (lines) => {
      move(lines);
      keep(lines);
    },
    reset: () => {
      setDraft(null);
      saving.mutate({ subject, value: null, growth: null });
    },
    saving: saving.isPending,
    moved: value !== suggestedValue || growth !== suggestedGrowth,
  };
};
