import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeedbackState } from '../../../shared/model/listening.ts';
import { api } from '../../client/api.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { tell } from '../../ui/states/tell.ts';

const PAGE = 10;
const MOST = 500;

/** A page of what wants an answer, more on request, and the moving of it. */
export const useInbox = (show: FeedbackState | 'all') => {
  const [shown, setShown] = useState({ show, limit: PAGE });
  const limit = shown.show === show ? shown.limit : PAGE;
  const state = show === 'all' ? undefined : show;
  const query = useQuery(
    api.listening.inbox.queryOptions({ input: { state, limit }, placeholderData: keepPreviousData }),
  );
  const move = useMutation(
    api.listening.move.mutationOptions({
      onSuccess: ({ sentence }) => tell('feedback', `${sentence}. Undo takes it back.`),
      onError: (error) => tell('feedback', failureSentence(error), true),
    }),
  );
  return {
    query,
    move: (key: string, to: FeedbackState) => move.mutate({ key, state: to }),
    moving: move.isPending ? move.variables.key : null,
    canShowMore: limit < MOST,
    showMore: () => setShown({ show, limit: Math.min(MOST, limit + PAGE) }),
  };
};
