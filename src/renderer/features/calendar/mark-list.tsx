import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { CalendarMark } from '../../../shared/model/calendar-mark.ts';
import { useFormat } from '../../ui/text/format.ts';
import classes from './calendar.module.css';
import { MarkForm } from './mark-form.tsx';
import { answersTo, KINDS, saidOf } from './model.ts';
import type { CalendarChanges } from './use-calendar.ts';

type Props = { readonly marks: readonly CalendarMark[]; readonly changes: CalendarChanges };

/** Every mark with what speaks for it, what was said of it, and what can be said. */
export const MarkList = ({ marks, changes }: Props) => {
  const [open, setOpen] = useState<number | null>(null);
  if (marks.length === 0) return null;
  return (
    <Table className={classes.numbers} verticalSpacing={6} aria-label="Marks on the calendar">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>What</Table.Th>
          <Table.Th>When and why</Table.Th>
          <Table.Th ta="right" className={classes.wide}>
            Sold on these days
          </Table.Th>
          <Table.Th>Your word</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {marks.map((mark) => (
          <Row
            key={mark.id}
            mark={mark}
            changes={changes}
            isOpen={open === mark.id}
            onOpen={(isOpen) => setOpen(isOpen ? mark.id : null)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
};

type RowProps = {
  readonly mark: CalendarMark;
  readonly changes: CalendarChanges;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

const Row = ({ mark, changes, isOpen, onOpen }: RowProps) => {
  const format = useFormat();
  const { id, kind, from, to, state, reason, revenue } = mark;
  const span = from === to ? format.day(from) : `${format.day(from)} to ${format.day(to)}`;
  const named = `${KINDS[kind].title}, ${span}`;
  return (
    <Table.Tr data-refused={state === 'rejected' || undefined}>
      <Table.Th scope="row" className={classes.kind}>
        {KINDS[kind].title}
      </Table.Th>
      <Table.Td>
        <Text size="sm" fw={600}>
          {span}
        </Text>
        {reason !== null && <Text size="sm">{reason}</Text>}
        <Text size="xs" c="dimmed">
          {state === 'rejected' ? 'It counts like any other time.' : effectOf(mark)}
        </Text>
        {isOpen && (
          <MarkForm
            kind={kind}
            from={from}
            to={to}
            busy={changes.busy}
            onCancel={() => onOpen(false)}
            onSpan={(days) => changes.change.mutate({ id, ...days }, { onSuccess: () => onOpen(false) })}
          />
        )}
      </Table.Td>
      <Table.Td ta="right" className={classes.wide}>
        {format.money(revenue)}
      </Table.Td>
      <Table.Td>
        <Badge variant="outline" color="gray" tt="none" fw={500} mb={4}>
          {saidOf(mark)}
        </Badge>
        <Group gap={4}>
          {state === 'suggested' ? (
            <Suggested mark={mark} named={named} changes={changes} />
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              disabled={changes.busy}
              aria-label={`${reason === null ? 'Remove' : 'Ask again'}: ${named}`}
              onClick={() => changes.remove.mutate({ id })}
            >
              {reason === null ? 'Remove' : 'Ask again'}
            </Button>
          )}
          {state !== 'rejected' && (
            <Button
              size="compact-xs"
              variant="default"
              disabled={changes.busy}
              aria-expanded={isOpen}
              aria-label={`Other days: ${named}`}
              onClick={() => onOpen(!isOpen)}
            >
              Other days
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

const effectOf = ({ kind, inEffect }: CalendarMark): string =>
  inEffect ? KINDS[kind].effect : 'Until you say so, these days count like all others.';

type SuggestedProps = {
  readonly mark: CalendarMark;
  readonly named: string;
  readonly changes: CalendarChanges;
};

const Suggested = ({ mark, named, changes }: SuggestedProps) => {
  const { yes, no } = answersTo(mark);
  return (
    <>
      {(
        [
          ['confirmed', yes],
          ['rejected', no],
        ] as const
      ).map(([state, text]) => (
        <Button
          key={state}
          size="compact-xs"
          variant={state === 'confirmed' ? 'filled' : 'default'}
          disabled={changes.busy}
          aria-label={`${text}: ${named}`}
          onClick={() => changes.answer.mutate({ id: mark.id, state })}
        >
          {text}
        </Button>
      ))}
    </>
  );
};
