import { Button, CloseButton, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CustomerFilter } from '../../../shared/contract/customers.ts';
import { api } from '../../client/api.ts';
import { QUADRANTS, RHYTHMS, RISKS } from '../../ui/customer-address.ts';
import { Icon } from '../../ui/icons.tsx';
import { QUADRANT_WORDS, RHYTHM_WORDS, RISK_WORDS } from './words.ts';

type Props = { readonly filter: CustomerFilter; readonly onFilter: (filter: CustomerFilter) => void };

const without = (filter: CustomerFilter, key: keyof CustomerFilter): CustomerFilter => {
  const { [key]: _, ...rest } = filter;
  return rest;
};

/** Search and the four filters. */
export const Filters = ({ filter, onFilter }: Props) => {
  const segments = useQuery(api.segments.read.queryOptions());
  const [text, setText] = useState(filter.search ?? '');
  useEffect(() => setText(filter.search ?? ''), [filter.search]);
  const search = useDebouncedCallback((wanted: string) => {
    const trimmed = wanted.trim().slice(0, 200);
    onFilter(trimmed === '' ? without(filter, 'search') : { ...filter, search: trimmed });
  }, 220);
  const type = (wanted: string): void => {
    setText(wanted);
    search(wanted);
  };
  const pick = (key: 'quadrant' | 'rhythm' | 'risk' | 'segment', value: string | null): void =>
    onFilter(
      value === null
        ? without(filter, key)
        : ({ ...filter, [key]: key === 'segment' ? Number(value) : value } as CustomerFilter),
    );
  return (
    <Group gap="xs" wrap="wrap">
      <TextInput
        data-find
        aria-label="Search by name, e-mail, phone or city"
        placeholder="Search by name, e-mail, phone, city"
        size="xs"
        w={250}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        leftSection={<Icon name="search" size={14} />}
        rightSection={
          text !== '' && <CloseButton size="xs" aria-label="Clear the search" onClick={() => type('')} />
        }
      />
      <Select
        aria-label="Segment"
        placeholder="Every segment"
        size="xs"
        w={170}
        clearable
        clearButtonProps={{ 'aria-label': 'Every segment' }}
        data={(segments.data?.segments ?? []).map((s) => ({ value: String(s.id), label: s.name }))}
        value={filter.segment === undefined ? null : String(filter.segment)}
        onChange={(value) => pick('segment', value)}
      />
      <Select
        aria-label="Field of the matrix"
        placeholder="Every field"
        size="xs"
        w={130}
        clearable
        clearButtonProps={{ 'aria-label': 'Every field' }}
        data={QUADRANTS.map((q) => ({ value: q, label: QUADRANT_WORDS[q] }))}
        value={filter.quadrant ?? null}
        onChange={(value) => pick('quadrant', value)}
      />
      <Select
        aria-label="Rhythm"
        placeholder="Every rhythm"
        size="xs"
        w={130}
        clearable
        clearButtonProps={{ 'aria-label': 'Every rhythm' }}
        data={RHYTHMS.map((r) => ({ value: r, label: RHYTHM_WORDS[r] }))}
        value={filter.rhythm ?? null}
        onChange={(value) => pick('rhythm', value)}
      />
      <Select
        aria-label="Risk and value"
        placeholder="Every risk"
        size="xs"
        w={165}
        clearable
        clearButtonProps={{ 'aria-label': 'Every risk' }}
        data={RISKS.map((r) => ({ value: r, label: RISK_WORDS[r] }))}
        value={filter.risk ?? null}
        onChange={(value) => pick('risk', value)}
      />
      {Object.keys(filter).length > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onFilter({})}>
          Show everyone
        </Button>
      )}
    </Group>
  );
};
