import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { MarkKind } from '../../../shared/model/calendar-mark.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { DayField } from '../../ui/forms/day-field.tsx';
import { dayOfText, dayText } from '../../ui/forms/day-text.ts';
import { useFormat } from '../../ui/text/format.ts';

type Span = { readonly from: IsoDay; readonly to: IsoDay };

type Props = {
  readonly kind: MarkKind;
  /** the days so far; nothing for a new mark */
  readonly from?: IsoDay;
  readonly to?: IsoDay;
  readonly busy: boolean;
  readonly onSpan: (span: Span) => void;
  readonly onCancel: () => void;
  /** what stands before the days */
  readonly children?: ReactNode;
};

/** First and last day of a mark; one day alone where the last is left out. */
export const MarkForm = ({ kind, from, to, busy, onSpan, onCancel, children }: Props) => {
  const { locale } = useFormat();
  const [first, setFirst] = useState(from ? dayText(from, locale) : '');
  const [last, setLast] = useState(to && to !== from ? dayText(to, locale) : '');
  const hasEnd = kind !== 'prices';
  const start = dayOfText(first, locale);
  const end = !hasEnd || last.trim() === '' ? start : dayOfText(last, locale);
  const isBackwards = start !== null && end !== null && end < start;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (start !== null && end !== null && !isBackwards) onSpan({ from: start, to: end });
      }}
    >
      <Group gap="xs" align="flex-start" mt="xs">
        {children}
        <DayField label={hasEnd ? 'First day' : 'From'} text={first} onText={setFirst} />
        {hasEnd && <DayField label="Last day" text={last} onText={setLast} />}
        <Group gap={4} mt={25}>
          <Button type="submit" disabled={busy || start === null || end === null || isBackwards}>
            Keep
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Group>
    </form>
  );
};
