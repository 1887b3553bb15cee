import { Button, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type MarkKind, MarkKindSchema } from '../../../shared/model/calendar-mark.ts';
import { MarkForm } from './mark-form.tsx';
import { KINDS } from './model.ts';
import type { CalendarChanges } from './use-calendar.ts';

/** What only the owner knows: a renovation, a fair, a campaign, new prices. */
export const AddMark = ({ changes }: { readonly changes: CalendarChanges }) => {
  const [kind, setKind] = useState<MarkKind | null>(null);
  return (
    <section aria-labelledby="add-mark">
      <Title order={2} size="lg" id="add-mark" mb={4}>
        What only you know
      </Title>
      {kind === null ? (
        <Button variant="default" onClick={() => setKind('closed')}>
          Add a closure, a special day, a campaign or new prices
        </Button>
      ) : (
        <>
          <MarkForm
            kind={kind}
            busy={changes.busy}
            onCancel={() => setKind(null)}
            onSpan={(days) => changes.add.mutate({ kind, ...days }, { onSuccess: () => setKind(null) })}
          >
            <Select
              label="What it was"
              w={190}
              allowDeselect={false}
              data={MarkKindSchema.options.map((value) => ({ value, label: KINDS[value].title }))}
              value={kind}
              onChange={(value) => setKind(MarkKindSchema.parse(value))}
            />
          </MarkForm>
          <Text size="sm" c="dimmed">
            {KINDS[kind].effect} Without a last day it is one day.
          </Text>
        </>
      )}
    </section>
  );
};
