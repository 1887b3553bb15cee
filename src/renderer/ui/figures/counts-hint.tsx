import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Candidate } from '../../../shared/model/product-mark.ts';
import { api } from '../../client/api.ts';

const NAMED = 3;

/** One line where sales hold what might be no sale; nothing otherwise. */
export const CountsHint = () => {
  const { data } = useQuery(api.products.marks.queryOptions());
  const named = data?.candidates.filter(({ by }) => by === 'name') ?? [];
  if (named.length === 0) return null;
  return (
    <Text size="sm">
      {hintOf(named)} {data?.candidatesSentence}{' '}
      <Anchor component={Link} to="/portfolio/products#what-counts" size="sm">
        Decide what counts
      </Anchor>
    </Text>
  );
};

/** "AMAZON FEE, Bank Charges, SAMPLES and 8 more may be no sales." */
const hintOf = (named: readonly Candidate[]): string => {
  const more = named.length - NAMED;
  const names = named
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  if (named.length === 1) return `${names} may be no sale.`;
  return `${names}${more > 0 ? ` and ${more} more` : ''} may be no sales.`;
};
