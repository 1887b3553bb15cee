import { Button, Chip, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { ActionKind, ActionList } from '../../../shared/model/action.ts';
import { Figure } from '../../ui/figures/figure.tsx';
import { NotAvailableNotice } from '../../ui/figures/not-available.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './act.module.css';
import { kindIn } from './model.ts';
import { ActionsTable } from './table.tsx';
import { TakeOut } from './take-out.tsx';
import { useActions } from './use-actions.ts';

const EVERYTHING = 'all';

/** Whom to turn to this week, in order, with one sentence why. */
export const ActScreen = () => {
  const [params, setParams] = useSearchParams();
  const kind = kindIn(params);
  const { query, canShowMore, showMore } = useActions(kind);
  const list = query.data;
  return (
    <Page
      money
      title="Act"
      lead="Next best actions: one for each customer, the most at stake first."
      actions={
        list && list.reason === null ? (
          <TakeOut kind={kind} total={list.total} contactable={list.contactable} />
        ) : null
      }
    >
      <QueryState query={query} what="Ranking the next best actions">
        {(found) =>
          found.reason !== null ? (
            <Nothing list={found} reason={found.reason} />
          ) : (
            <>
              <Kinds
                list={found}
                value={kind ?? EVERYTHING}
                onChange={(value) =>
                  setParams(value === EVERYTHING ? {} : { kind: value }, { replace: true })
                }
              />
              <Summary list={found} kind={kind} />
              <ActionsTable rows={found.rows} />
              {found.total > found.rows.length && canShowMore && (
                <Button variant="default" onClick={showMore} style={{ alignSelf: 'flex-start' }}>
                  Show more
                </Button>
              )}
            </>
          )
        }
      </QueryState>
    </Page>
  );
};

type KindsProps = {
  readonly list: ActionList;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const Kinds = ({ list, value, onChange }: KindsProps) => {
  const format = useFormat();
  const all = list.groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <Chip.Group multiple={false} value={value} onChange={onChange}>
      <div className={classes.kinds} role="radiogroup" aria-label="Kind of action">
        <Chip value={EVERYTHING}>All {format.count(all)}</Chip>
        {list.groups.map(({ kind, title, count }) => (
          <Chip key={kind} value={kind}>
            {title} {format.count(count)}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  );
};

type SummaryProps = { readonly list: ActionList; readonly kind: ActionKind | undefined };

/** How many, what they are about together, and what holds for all of them. */
const Summary = ({ list, kind }: SummaryProps) => {
  const format = useFormat();
  const who = list.groups.find((group) => group.kind === kind)?.who;
  return (
    <Stack gap={4} maw={920}>
      <Group gap={6} align="baseline">
        <Text>{format.counted(list.total, 'customer')}, at stake</Text>
        {list.atStake && <Figure result={list.atStake} headline />}
        {who !== undefined && <Text c="dimmed">{who}</Text>}
      </Group>
      {list.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
    </Stack>
  );
};

const Nothing = ({ list, reason }: { readonly list: ActionList; readonly reason: string }) =>
  list.howToBegin.length > 0 ? (
    <Paper withBorder p="md" maw={760}>
      <Title order={2} mb="xs">
        {reason}
      </Title>
      <Text mb="xs">How to begin knowing your customers:</Text>
      <List type="ordered" spacing="xs" size="sm">
        {list.howToBegin.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </Paper>
  ) : list.asOf === null ? (
    <NotAvailableNotice missing={{ grade: 'D', reason, needed: 'Sales that carry a customer are needed.' }} />
  ) : (
    <Text>{reason}</Text>
  );
