import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../client/api.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { Icon } from '../../ui/icons.tsx';
import { useCommands } from '../navigation/use-commands.ts';
import { useUndoRedo } from '../session/use-undo-redo.ts';
import { matchingEntries, mentions } from './entries.ts';
import classes from './palette.module.css';
import { paletteStore } from './store.ts';

const CUSTOMERS_SHOWN = 8;

/** Enter means the first line, also when customers arrive after the commands did. */
const selectFirst = (): void => {
  const list = document.getElementById(paletteStore.getState().listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
};

/** One field for everything: places, actions and customers by name, e-mail, phone or town. */
export const Palette = (): ReactElement => {
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), 120);
  const portfolio = useMaybePortfolio();
  const navigate = useNavigate();
  const { next } = useUndoRedo();
  const run = useCommands();
  const found = useQuery(
    api.customers.list.queryOptions({
      input: { search, limit: CUSTOMERS_SHOWN },
      enabled: portfolio !== null && search.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const typed = query.trim();
  const rows = search === '' || typed === '' ? [] : (found.data?.rows ?? []);
  // rows of an earlier text are shown only where they fit this one: Enter may follow at once
  const customers =
    search === typed && !found.isPlaceholderData ? rows : rows.filter((row) => mentions(row, typed));
  const entries = matchingEntries(query, portfolio !== null, next);
  const first = customers[0]?.id ?? entries[0]?.title;
  // with the list and not after it: Enter may follow at once
  useLayoutEffect(() => {
    if (first !== undefined) selectFirst();
  }, [first]);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': 'Find a customer or place' } }}
      classNames={{ actionDescription: classes.about, action: classes.action }}
    >
      <Spotlight.Search
        placeholder={portfolio ? 'Find a customer, a place or an action' : 'Find an action'}
        aria-label="Find a customer, a place or an action"
        leftSection={<Icon name="search" />}
      />
      <Spotlight.ActionsList>
        {customers.length > 0 ? (
          <Spotlight.ActionsGroup label="Customers">
            {customers.map((row) => (
              <Spotlight.Action
                key={row.id}
                label={row.name}
                description={[row.segmentName, row.city, row.email].filter((s) => s).join(' · ')}
                leftSection={<Icon name="customers" />}
                onClick={() => void navigate(`/customers/${row.id}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {entries.map((entry) => (
          <Spotlight.Action
            key={entry.title}
            label={entry.title}
            description={entry.about}
            leftSection={<Icon name={entry.icon} />}
            onClick={() => {
              if (entry.run.kind === 'go') void navigate(entry.run.to);
              else run[entry.run.what]();
            }}
          />
        ))}
        {customers.length === 0 && entries.length === 0 && !found.isFetching ? (
          <Spotlight.Empty>Nothing here is called “{query.trim()}”.</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
