import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Segmentation } from '../../../shared/model/segment.ts';
import { api } from '../../app/api.ts';
import { failureSentence } from '../../ui/failure-text.ts';
import { type Draft, draftOf, sameDraft } from './model.ts';

export type DraftState = {
  /** what the owner sees: the draft with its live counts, or what is in force */
  readonly shown: Segmentation;
  readonly changed: boolean;
  readonly counting: boolean;
  readonly error: unknown;
  readonly setRecipe: (recipe: string) => void;
  readonly setThreshold: (id: string, value: number) => void;
  readonly toSuggestion: () => void;
  readonly discard: () => void;
  readonly apply: () => void;
  readonly applying: boolean;
};

const PAUSE_MS = 120;

/** A segmentation being tried out: counted live, changed only by `apply`. */
export const useDraft = (inForce: Segmentation): DraftState => {
  const queries = useQueryClient();
  const start = draftOf(inForce);
  const [draft, setDraft] = useState<Draft | null>(null);
  const changed = draft !== null && !sameDraft(draft, start);
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const preview = useQuery({
    ...api.segments.preview.queryOptions({
      input: { recipe: settled?.recipe ?? '', thresholds: { ...settled?.thresholds } },
    }),
    enabled: changed && settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const applying = useMutation(
    api.segments.apply.mutationOptions({
      onSuccess: (answer) => {
        queries.setQueryData(api.segments.read.queryKey(), answer);
        setDraft(null);
        notifications.show({
          message: 'The segments are in force. The ones before are kept with their members.',
        });
        void queries.invalidateQueries();
      },
      onError: (error) => notifications.show({ color: 'red', message: failureSentence(error) }),
    }),
  );

  const counted = changed ? (preview.data ?? inForce) : inForce;
  // The sliders follow the hand at once; the counts follow when they are there.
  const shown =
    draft !== null && counted.recipe === draft.recipe
      ? {
          ...counted,
          thresholds: counted.thresholds.map((t) => ({ ...t, value: draft.thresholds[t.id] ?? t.value })),
        }
      : counted;
  const base = draft ?? start;

  return {
    shown,
    changed,
    counting: changed && (preview.isFetching || settled !== draft),
    error: changed ? preview.error : null,
    // Another recipe brings its own suggestions: no threshold is taken along.
    setRecipe: (recipe) => setDraft(recipe === start?.recipe ? null : { recipe, thresholds: {} }),
    setThreshold: (id, value) => {
      if (base)
        setDraft({
          recipe: base.recipe,
          thresholds: { ...thresholdsOf(shown), ...base.thresholds, [id]: value },
        });
    },
    toSuggestion: () => {
      if (!base) return;
      setDraft({
        recipe: base.recipe,
        thresholds: Object.fromEntries(shown.thresholds.map((t) => [t.id, t.suggested])),
      });
    },
    discard: () => setDraft(null),
    apply: () => {
      if (base) applying.mutate({ recipe: base.recipe, thresholds: { ...base.thresholds } });
    },
    applying: applying.isPending,
  };
};

const thresholdsOf = (segmentation: Segmentation): Readonly<Record<string, number>> =>
  Object.fromEntries(segmentation.thresholds.map((t) => [t.id, t.value]));
