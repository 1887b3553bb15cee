import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnRules } from '../../../shared/model/own-rules.ts';
import type { Segmentation } from '../../../shared/model/segment.ts';
import { api } from '../../client/api.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { type Draft, draftOf, sameDraft } from './model.ts';
import { FIRST_RULES, OWN_RULES, rulesOf, unfinished } from './rules.ts';

export type DraftState = {
  /** what the owner sees: the draft with its live counts, or what is in force */
  readonly shown: Segmentation;
  /** of the recipe chosen, which may still be counted */
  readonly recipe: string | null;
  /** the own rules being written; null where others are chosen */
  readonly rules: OwnRules | null;
  /** what the own rules still lack before they can be counted */
  readonly missing: string | null;
  readonly changed: boolean;
  readonly counting: boolean;
  readonly error: unknown;
  readonly setRecipe: (recipe: string) => void;
  readonly setThreshold: (id: string, value: number) => void;
  readonly setRules: (rules: OwnRules) => void;
  readonly toSuggestion: () => void;
  readonly discard: () => void;
  readonly apply: (many?: boolean) => void;
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
      input: choiceOf(settled),
    }),
    enabled: changed && settled !== null && missingIn(settled) === null,
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
  const missing = missingIn(base);
  const firstRules = (): OwnRules => rulesOf(counted) ?? rulesOf(inForce) ?? FIRST_RULES;

  return {
    shown,
    recipe: base?.recipe ?? null,
    rules: base?.rules ?? null,
    missing,
    changed,
    counting: changed && missing === null && (preview.isFetching || settled !== draft),
    error: changed && missing === null ? preview.error : null,
    // Another recipe brings its own suggestions: no threshold is taken along.
    setRecipe: (recipe) =>
      setDraft(
        recipe === start?.recipe
          ? null
          : { recipe, thresholds: {}, rules: recipe === OWN_RULES ? firstRules() : null },
      ),
    setRules: (rules) => setDraft({ recipe: OWN_RULES, thresholds: {}, rules }),
    setThreshold: (id, value) => {
      if (base)
        setDraft({
          ...base,
          thresholds: { ...thresholdsOf(shown), ...base.thresholds, [id]: value },
        });
    },
    toSuggestion: () => {
      if (!base) return;
      setDraft({
        ...base,
        thresholds: Object.fromEntries(shown.thresholds.map((t) => [t.id, t.suggested])),
      });
    },
    discard: () => setDraft(null),
    apply: (many = false) => {
      if (base) applying.mutate({ ...choiceOf(base), many });
    },
    applying: applying.isPending,
  };
};

const choiceOf = (draft: Draft | null) => ({
  recipe: draft?.recipe ?? '',
  thresholds: { ...draft?.thresholds },
  ...(draft?.rules ? { rules: draft.rules } : {}),
});

const missingIn = (draft: Draft | null): string | null => (draft?.rules ? unfinished(draft.rules) : null);

const thresholdsOf = (segmentation: Segmentation): Readonly<Record<string, number>> =>
  Object.fromEntries(segmentation.thresholds.map((t) => [t.id, t.value]));
