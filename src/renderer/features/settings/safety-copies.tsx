import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { holdingsText } from '../../../shared/holdings-text.ts';
import type { SafetyCopy } from '../../../shared/model/safety-copy.ts';
import { api } from '../../client/api.ts';
import { usePortfolioChanged } from '../../client/portfolio-changed.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { useFormat } from '../../ui/text/format.ts';
import { Section } from './section.tsx';

const REASONS: Readonly<Record<SafetyCopy['reason'], string>> = {
  asked: 'made by you',
  daily: 'the copy of the day',
  'before-update': 'before an update',
  'before-restore': 'before a restore',
  'before-undo': 'before an import was undone',
};

const moment = (ms: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

/** The last copy that the owner saved at a place of their own. */
const Elsewhere = (): ReactElement | null => {
  const saved = useQuery(api.copies.saved.queryOptions());
  if (!saved.data) return null;
  const last = saved.data.copies.find(({ place }) => place !== 'beside');
  return (
    <Text size="sm">
      {last
        ? `Last copy elsewhere: ${moment(last.savedAt)}, ${last.name} in ${last.folder}.`
        : 'No copy elsewhere yet: these lie on this computer and are lost with it.'}
    </Text>
  );
};

/** The copies the app keeps by itself, with what they hold and the way back to one. */
export const SafetyCopies = (): ReactElement => {
  const f = useFormat();
  const queries = useQueryClient();
  const changed = usePortfolioChanged();
  const list = useQuery(api.copies.list.queryOptions({ input: {} }));
  const onError = (error: unknown): void => {
    notifications.show({ color: 'red', message: failureSentence(error) });
  };
  const refresh = (): void => void queries.invalidateQueries({ queryKey: api.copies.key() });
  const make = useMutation(api.copies.make.mutationOptions({ onSuccess: refresh, onError }));
  const restore = useMutation(
    api.copies.restore.mutationOptions({
      onSuccess: ({ portfolio }) => {
        changed(portfolio);
        notifications.show({ message: 'The copy is open now. What was here before is kept as a copy too.' });
        refresh();
      },
      onError,
    }),
  );
  const busy = make.isPending || restore.isPending;
  const copies = list.data?.copies ?? [];
  return (
    <Section
      title="Safety copies"
      about="Made once a day, and before updates, restores and undone imports. The three newest of today and one a day are kept, ten at most."
    >
      {copies.length === 0 ? <Text size="sm">There is no copy yet.</Text> : null}
      {copies.map((copy) => (
        <Group key={copy.name} justify="space-between" wrap="nowrap">
          <Text size="sm">
            {moment(copy.madeAt)}, {REASONS[copy.reason]}
            {copy.holds ? (
              <Text span display="block" size="sm" c="dimmed">
                {holdingsText(copy.holds, f.locale)}
              </Text>
            ) : null}
          </Text>
          <Button
            size="xs"
            variant="default"
            style={{ flexShrink: 0 }}
            disabled={busy}
            aria-label={`Restore the copy of ${moment(copy.madeAt)}, ${REASONS[copy.reason]}`}
            onClick={() => restore.mutate({ copy: copy.name })}
          >
            Restore
          </Button>
        </Group>
      ))}
      <Elsewhere />
      <Group gap="xs">
        <Button size="xs" disabled={busy} onClick={dialogs.saveCopy}>
          Save a copy elsewhere…
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={make.isPending}
          disabled={busy}
          onClick={() => make.mutate(undefined)}
        >
          Make a safety copy now
        </Button>
      </Group>
    </Section>
  );
};
