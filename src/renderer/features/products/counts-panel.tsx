import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { ProductMarks, ProductRole } from '../../../shared/model/product-mark.ts';
import { api } from '../../client/api.ts';
import { usePortfolio } from '../../client/portfolio.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { QueryState } from '../../ui/states/query-state.tsx';
import { tell } from '../../ui/states/tell.ts';
import { MarkedTable } from './marked-table.tsx';
import classes from './products.module.css';

const PAUSE_MS = 200;

/** Shows the result of a change, and says how to undo it. */
const useTold = () => {
  const queries = useQueryClient();
  return {
    onSuccess: (marks: ProductMarks) => {
      queries.setQueryData(api.products.marks.queryKey(), marks);
      void queries.invalidateQueries();
      tell('mark', 'Every figure follows. Undo takes it back.');
    },
    onError: (error: Error) => {
      tell('mark', failureSentence(error), true);
    },
  };
};

const useMark = () => useMutation(api.products.mark.mutationOptions(useTold()));

const useTax = () => useMutation(api.products.tax.mutationOptions(useTold()));

/** Which products count as sales, which might be none, and what each choice does to revenue. */
export const CountsPanel = () => {
  const query = useQuery(api.products.marks.queryOptions());
  const { hash, key } = useLocation();
  const panel = useRef<HTMLElement>(null);
  const loaded = query.data !== undefined;
  // a hint on another screen leads here; each following of it counts, so its key does
  useEffect(() => {
    if (key !== '' && loaded && hash === '#what-counts') panel.current?.scrollIntoView();
  }, [hash, key, loaded]);
  return (
    <section ref={panel} aria-labelledby="counts" id="what-counts" className={classes.counts}>
      <Title order={2} id="counts" mb="xs">
        What counts as a sale
      </Title>
      <QueryState query={query} what="Reading what counts">
        {(marks) => <Counts marks={marks} />}
      </QueryState>
    </section>
  );
};

const Counts = ({ marks }: { readonly marks: ProductMarks }) => {
  const mark = useMark();
  const [all, setAll] = useState(false);
  const { candidates, notASale, charges, renewing } = marks;
  const named = candidates.filter(({ by }) => by === 'name');
  const others = candidates.length - named.length;
  const say = (products: readonly number[], role: ProductRole | null): void =>
    mark.mutate({ products: [...products], role });
  return (
    <Stack gap="lg">
      <Text size="sm">
        {marks.sentence ?? 'Every product counts as a sale.'} Fees, adjustments and gift cards that were sold
        are no sales; their lines stay in the portfolio and count nowhere once you have said so.
      </Text>
      {candidates.length > 0 && (
        <div>
          <Title order={3} mb={4}>
            Might be no sale
          </Title>
          {marks.candidatesSentence !== null && (
            <Group gap="sm" mb="xs">
              <Text size="sm">{marks.candidatesSentence}</Text>
              <Button
                size="compact-sm"
                variant="default"
                disabled={mark.isPending}
                onClick={() =>
                  say(
                    named.map(({ id }) => id),
                    'not-a-sale',
                  )
                }
              >
                {named.length === 1 ? 'Not a sale' : `All ${named.length}: not a sale`}
              </Button>
            </Group>
          )}
          <MarkedTable
            label="Might be no sale"
            products={all ? candidates : named}
            otherwise="Revenue without it"
            actions={[
              { text: 'Not a sale', role: 'not-a-sale' },
              { text: 'A sale', role: 'article' },
            ]}
            busy={mark.isPending}
            onMark={say}
          />
          {others > 0 && (
            <Button
              mt="xs"
              size="xs"
              variant="default"
              aria-expanded={all}
              onClick={() => setAll((on) => !on)}
            >
              {all ? 'Show only those whose names say so' : `Show ${others} that were only ever negative`}
            </Button>
          )}
        </div>
      )}
      {notASale.length > 0 && (
        <div>
          <Title order={3} mb={4}>
            No sale
          </Title>
          <MarkedTable
            label="No sale"
            products={notASale}
            otherwise="Revenue with it"
            actions={[{ text: 'Count it again', role: null }]}
            busy={mark.isPending}
            onMark={say}
          />
        </div>
      )}
      {renewing.length > 0 && (
        <div>
          <Title order={3} mb={4}>
            Renewing contracts
          </Title>
          <Text size="sm" c="dimmed" mb={4}>
            Whoever buys them has a contract: churn and renewals are told of them in Retention, apart from the
            other customers.
          </Text>
          <MarkedTable
            label="Renewing contracts"
            products={renewing}
            otherwise="Revenue without it"
            actions={[{ text: 'An article', role: null }]}
            busy={mark.isPending}
            onMark={say}
          />
        </div>
      )}
      {charges.length > 0 && (
        <div>
          <Title order={3} mb={4}>
            Charges
          </Title>
          <Text size="sm" c="dimmed" mb={4}>
            Revenue, but no articles: they are not in the lists of what sells and what is bought together.
          </Text>
          <MarkedTable
            label="Charges"
            products={charges}
            otherwise="Revenue without it"
            actions={[
              { text: 'Not a sale', role: 'not-a-sale' },
              { text: 'An article', role: 'article' },
            ]}
            busy={mark.isPending}
            onMark={say}
          />
        </div>
      )}
      <Find busy={mark.isPending} onMark={say} />
    </Stack>
  );
};

type FindProps = {
  readonly busy: boolean;
  readonly onMark: (products: readonly number[], role: ProductRole | null) => void;
};

/** Any other product, by a part of its code or name. */
const Find = ({ busy, onMark }: FindProps) => {
  const { pricesIncludeTax } = usePortfolio().settings;
  const tax = useTax();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), PAUSE_MS);
  const query = useQuery(
    api.products.find.queryOptions({
      input: { search: wanted },
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <div>
      <TextInput
        label="Another product"
        description={
          pricesIncludeTax === 'included'
            ? 'Type a part of its code or name, to say what it is or to give it a tax rate of its own.'
            : 'Type a part of its code or name.'
        }
        maw={360}
        mb="xs"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {wanted !== '' && query.data && (
        <MarkedTable
          label="Products found"
          products={query.data}
          otherwise="Revenue otherwise"
          actions={[
            { text: 'Not a sale', role: 'not-a-sale' },
            { text: 'A charge', role: 'charge' },
            { text: 'A renewing contract', role: 'renewing' },
            { text: 'An article', role: 'article' },
          ]}
          busy={busy}
          onMark={onMark}
          {...(pricesIncludeTax === 'included'
            ? {
                onTax: (product: number, rate: number | null, onRefused: () => void) =>
                  tax.mutate({ products: [product], rate }, { onError: onRefused }),
              }
            : {})}
        />
      )}
    </div>
  );
};
