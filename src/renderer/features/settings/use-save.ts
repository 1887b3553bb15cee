import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { Settings } from '../../../shared/model/portfolio.ts';
import { api } from '../../client/api.ts';
import { usePortfolioUpdated } from '../../client/portfolio-changed.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';

/** Saves a setting as soon as it is changed; `onRefused` puts back what the field shows. */
export const useSave = (): ((settings: Partial<Settings>, onRefused?: () => void) => void) => {
  const updated = usePortfolioUpdated();
  const save = useMutation(
    api.portfolio.updateSettings.mutationOptions({
      onSuccess: (answer) => updated(answer.portfolio),
      onError: (error) => notifications.show({ color: 'red', message: failureSentence(error) }),
    }),
  );
  return (settings, onRefused) => save.mutate(settings, onRefused ? { onError: onRefused } : {});
};
