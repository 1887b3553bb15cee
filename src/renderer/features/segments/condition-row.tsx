import { ActionIcon, Group, NumberInput, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { decimalMark } from '../../../shared/format.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import { useFormat } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { type Condition, MEASURES } from './rules.ts';

type Props = {
  readonly condition: Condition;
  /** tells it from the others, for screen readers */
  readonly name: string;
  readonly onChange: (condition: Condition | null) => void;
};

/** A measure and the bounds it must lie within. */
export const ConditionRow = ({ condition, name, onChange }: Props) => {
  const format = useFormat();
  const { measure, min, max } = condition;
  const { unit } = MEASURES.find((each) => each.measure === measure)!;
  const digits = unit === 'money' ? minorDigits(format.currency ?? 'EUR') : 0;
  const mark = decimalMark(format.locale);
  const bound = { factor: 10 ** digits, digits: unit === 'ratio' ? 1 : digits, mark };
  const set = (which: 'min' | 'max', value: number | undefined): void => {
    const { [which]: _, ...rest } = condition;
    onChange(value === undefined ? rest : { ...rest, [which]: value });
  };
  return (
    <Group gap={4} wrap="nowrap">
      <Select
        size="xs"
        flex={1}
        miw={130}
        aria-label={`Measure of ${name}`}
        allowDeselect={false}
        data={MEASURES.map((each) => ({ value: each.measure, label: each.label }))}
        value={measure}
        // another measure has other numbers
        onChange={(value) => {
          const other = MEASURES.find((each) => each.measure === value)?.measure;
          if (other && other !== measure) onChange({ measure: other });
        }}
      />
      <Bound
        label={`${name}: from`}
        placeholder="from"
        value={min}
        {...bound}
        onValue={(v) => set('min', v)}
      />
      <Bound
        label={`${name}: below`}
        placeholder="below"
        value={max}
        {...bound}
        onValue={(v) => set('max', v)}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={() => onChange(null)}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </Group>
  );
};

type BoundProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: number | undefined;
  /** of the value in what is typed: 100 for cents typed as euros */
  readonly factor: number;
  readonly digits: number;
  readonly mark: string;
  readonly onValue: (value: number | undefined) => void;
};

const Bound = ({ label, placeholder, value, factor, digits, mark, onValue }: BoundProps) => {
  const shown = value === undefined ? '' : value / factor;
  const [text, setText] = useState<number | string>(shown);
  useEffect(() => setText(shown), [shown]);
  return (
    <NumberInput
      size="xs"
      w={84}
      flex="none"
      hideControls
      aria-label={label}
      placeholder={placeholder}
      value={text}
      min={0}
      decimalScale={digits}
      decimalSeparator={mark}
      thousandSeparator={mark === ',' ? '.' : ','}
      onChange={(typed) => {
        setText(typed);
        if (typed === '') onValue(undefined);
        // a mark at the end is a number on its way
        else if (typeof typed === 'number' && Number.isFinite(typed))
          onValue(factor === 1 ? typed : Math.round(typed * factor));
      }}
    />
  );
};
