import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnersCalendar } from '../../../shared/model/calendar-mark.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { api } from '../../client/api.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { tell } from '../../ui/states/tell.ts';

/** The owner's word on the calendar: each of these is kept at once, and Undo takes it back. */
export const useCalendar = () => {
  const queries = useQueryClient();
  const told = {
    onSuccess: (calendar: OwnersCalendar | NotAvailable) => {
      queries.setQueryData(api.calendar.read.queryKey(), calendar);
      void queries.invalidateQueries();
      tell('calendar', 'Every figure follows. Undo takes it back.');
    },
    onError: (error: Error) => {
      tell('calendar', failureSentence(error), true);
    },
  };
  const answer = useMutation(api.calendar.answer.mutationOptions(told));
  const add = useMutation(api.calendar.add.mutationOptions(told));
  const change = useMutation(api.calendar.change.mutationOptions(told));
  const remove = useMutation(api.calendar.remove.mutationOptions(told));
  return {
    answer,
    add,
    change,
    remove,
    busy: [answer, add, change, remove].some(({ isPending }) => isPending),
  };
};

export type CalendarChanges = ReturnType<typeof useCalendar>;
