import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ValueView } from '../../../shared/model/value.ts';
import { api } from '../../client/api.ts';
import { DataWanted } from '../../ui/figures/data-wanted.tsx';
import { FigureNote, FigureRow } from '../../ui/figures/figure-row.tsx';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { Concentration } from './concentration.tsx';
import { ProfitView } from './profit.tsx';

/** How revenue and profit are spread over customers: who carries the business, and who costs more than they bring. */
export const ValueScreen = () => {
  const query = useQuery(api.value.read.queryOptions({ input: {} }));
  return (
    <Page money title="Value">
      <QueryState query={query} what="Adding up what customers leave">
        {(value) => ('reason' in value ? <NotAvailableNotice missing={value} /> : <Body value={value} />)}
      </QueryState>
    </Page>
  );
};

const Body = ({ value: { concentration, profit, ahead } }: { readonly value: ValueView }) =>
  'reason' in concentration ? (
    <NotAvailableNotice missing={concentration} />
  ) : (
    <>
      <FigureRow
        headline
        figures={[
          ...('reason' in profit ? [] : [profit.contribution]),
          ...('reason' in ahead ? [] : [ahead]),
          ...concentration.figures,
        ].map((result) => ({ result }))}
        note={'reason' in ahead ? null : <FigureNote>The value still to come is {ahead.basis}.</FigureNote>}
      />
      {!('reason' in profit) && <ProfitView profit={profit} />}
      <Concentration concentration={concentration} />
      {'reason' in profit && (
        <section>
          <DataWanted missing={profit} kind="products" />
          <Text size="sm" c="dimmed">
            Until then value means revenue, and nobody is called unprofitable.
          </Text>
        </section>
      )}
    </>
  );
