import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Products } from '../../../shared/model/products.ts';
import { api } from '../../client/api.ts';
import { CountsHint } from '../../ui/figures/counts-hint.tsx';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { CountsPanel } from './counts-panel.tsx';
import { LikelyBuyers } from './likely-buyers.tsx';
import { Pairs } from './pairs.tsx';
import { Popular } from './popular.tsx';
import classes from './products.module.css';
import { SpreadPanel } from './spread.tsx';

/** What sells, what is bought together, and who might want what they never bought. */
export const ProductsScreen = () => {
  const query = useQuery(api.products.read.queryOptions({ input: {} }));
  const found = query.data;
  const finding = found && 'popular' in found && 'rows' in found.popular ? found.popular.finding : null;
  return (
    <Page
      money
      title="Products"
      {...(finding !== null && {
        lead: (
          <Text span c="var(--mantine-color-text)">
            {finding}
          </Text>
        ),
      })}
    >
      <QueryState query={query} what="Reading what was sold">
        {(products) =>
          'popular' in products ? <Body products={products} /> : <NotAvailableNotice missing={products} />
        }
      </QueryState>
    </Page>
  );
};

const Body = ({ products }: { readonly products: Products }) => {
  const { popular } = products;
  if (!('rows' in popular))
    return (
      <>
        <NotAvailableNotice missing={popular} />
        <CountsPanel />
      </>
    );
  return (
    <>
      <CountsHint />
      <Popular popular={popular} />
      <div className={classes.two}>
        <LikelyBuyers whitespace={products.whitespace} />
        <Pairs affinity={products.affinity} />
      </div>
      <SpreadPanel spread={products.spread} warnings={products.spreadWarnings} />
      <CountsPanel />
    </>
  );
};
