import { Anchor, Button, Chip, Menu, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { FeedbackState, Inbox, InboxItem } from '../../../shared/model/listening.ts';
import { plural } from '../../../shared/words.ts';
import { Icon } from '../../ui/icons.tsx';
import { QueryState } from '../../ui/states/query-state.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './listen.module.css';
import { nextState, ORDER, STATES, scoreText, stateIn, waitText } from './model.ts';
import { useInbox } from './use-inbox.ts';

/** What wants an answer from a person: the longest overdue and weightiest first, moved on with one click. */
export const InboxView = ({ finding }: { readonly finding: string }) => {
  const [params, setParams] = useSearchParams();
  const show = stateIn(params);
  const { query, move, moving, canShowMore, showMore } = useInbox(show);
  const format = useFormat();
  return (
    <section aria-labelledby="inbox">
      <Title order={2} id="inbox" mb={8}>
        {finding}
      </Title>
      <QueryState query={query} what="Reading the inbox">
        {(inbox) => (
          <Stack gap="xs">
            <Chip.Group
              multiple={false}
              value={show}
              onChange={(value) => setParams(value === 'new' ? {} : { show: value }, { replace: true })}
            >
              <div className={classes.states} role="radiogroup" aria-label="State">
                {ORDER.map((state) => (
                  <Chip key={state} value={state}>
                    {STATES[state].title} {format.count(inbox.counts[state] ?? 0)}
                  </Chip>
                ))}
                <Chip value="all">All</Chip>
              </div>
            </Chip.Group>
            {inbox.rows.length === 0 ? (
              <Text>{show === 'new' ? 'Nobody waits for an answer.' : 'Nothing is in this state.'}</Text>
            ) : (
              <Rows inbox={inbox} move={move} moving={moving} />
            )}
            {inbox.total > inbox.rows.length && canShowMore && (
              <Button variant="default" size="xs" onClick={showMore} style={{ alignSelf: 'flex-start' }}>
                Show more of {format.count(inbox.total)}
              </Button>
            )}
            {inbox.quiet > 0 && (
              <Text size="sm" c="dimmed">
                {format.counted(inbox.quiet, 'answer')} with a good score and no words{' '}
                {plural(inbox.quiet, 'wants', 'want')} no reply.
              </Text>
            )}
          </Stack>
        )}
      </QueryState>
    </section>
  );
};

type RowsProps = {
  readonly inbox: Inbox;
  readonly move: (key: string, to: FeedbackState) => void;
  readonly moving: string | null;
};

const Rows = ({ inbox, move, moving }: RowsProps) => {
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={860} scrollAreaProps={{ type: 'auto' }}>
      <Table className={classes.numbers} verticalSpacing={6} aria-label="Inbox">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={185}>Received</Table.Th>
            <Table.Th w="22%">Customer</Table.Th>
            <Table.Th>What they said</Table.Th>
            <Table.Th ta="right" w={120}>
              {inbox.stakeIs === 'clv' ? 'Value ahead' : '12 months'}
            </Table.Th>
            <Table.Th w={190}>State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inbox.rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Td>
                {format.day(row.day)}
                <Text
                  size="xs"
                  className={row.overdue ? classes.late : undefined}
                  {...(!row.overdue && { c: 'dimmed' })}
                >
                  {row.overdue && <span aria-hidden="true">▲ </span>}
                  {waitText(row, format)}
                </Text>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {row.customer === null || row.name === null ? (
                  'Not known'
                ) : (
                  <Anchor component={Link} to={`/customers/${row.customer}`} size="sm" fw={600}>
                    {row.name}
                  </Anchor>
                )}
                {row.segment !== null && (
                  <Text size="xs" c="dimmed">
                    {row.segment}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className={classes.said}>
                {row.comment !== null && <Text size="sm">{row.comment}</Text>}
                <Text size="xs" c="dimmed">
                  {[row.touchpoint, scoreText(row)].filter(Boolean).join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{format.money(row.atStake, { headline: true })}</Table.Td>
              <Table.Td>
                <StateButtons row={row} busy={moving === row.key} move={(to) => move(row.key, to)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

type StateProps = {
  readonly row: InboxItem;
  readonly busy: boolean;
  readonly move: (to: FeedbackState) => void;
};

/** One click for the next state, a menu for the others. */
const StateButtons = ({ row, busy, move }: StateProps) => {
  const next = nextState(row.state);
  const who = row.name ?? 'somebody not known';
  return (
    <Button.Group>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        disabled={next === null}
        aria-label={`${STATES[next ?? row.state].move}: feedback of ${who}`}
        onClick={() => next && move(next)}
      >
        {STATES[next ?? row.state].move}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            px={6}
            disabled={busy}
            aria-label={`Another state: feedback of ${who}, now ${STATES[row.state].title.toLowerCase()}`}
          >
            <Icon name="down" size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Now: {STATES[row.state].title.toLowerCase()}</Menu.Label>
          {ORDER.filter((state) => state !== row.state).map((state) => (
            <Menu.Item key={state} onClick={() => move(state)}>
              {STATES[state].move}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
};
