import { List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { Explained } from '../../ui/figures/explained.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';

type Props = { readonly id: number };

/** Bought by others like them, never by them. */
export const NextProducts = ({ id }: Props) => {
  const query = useQuery(api.products.next.queryOptions({ input: { customer: id } }));
  const [first] = query.data ?? [];
  return (
    <section aria-labelledby="next">
      <Title order={2} id="next" mb="xs">
        {first === undefined ? 'What to offer next' : `Offer ${first.product} next`}
      </Title>
      <QueryState query={query} what="Comparing with customers like them">
        {(products) =>
          products.length === 0 ? (
            <Text size="sm">
              Nothing that customers like them usually buy is missing from what they bought.
            </Text>
          ) : (
            <>
              <List size="sm" spacing={6}>
                {products.map((next) => (
                  <List.Item key={`${next.product} ${next.lift} ${next.penetration}`}>
                    <strong>{next.product}</strong>: {next.sentence}
                  </List.Item>
                ))}
              </List>
              <Text size="sm" c="dimmed" mt="xs" component="div">
                <Explained metric="likelyBuyers">Bought by others like them</Explained>
              </Text>
            </>
          )
        }
      </QueryState>
    </section>
  );
};
