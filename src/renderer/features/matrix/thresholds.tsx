import { Button, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { decimalMark } from '../../../shared/format.ts';
import type { Matrix } from '../../../shared/model/matrix.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import { useFormat } from '../../ui/format.ts';
import type { LinesState } from './use-matrix.ts';

type Props = { readonly matrix: Matrix; readonly state: LinesState };

/** The two lines as numbers to type, and the way back to the suggestion. */
export const Thresholds = ({ matrix, state }: Props) => {
  const format = useFormat();
  const factor = 10 ** minorDigits(format.currency ?? 'EUR');
  const mark = decimalMark(format.locale);
  const { lines } = state;
  return (
    <div>
      <SimpleGrid cols={2} spacing="xs">
        <TypedNumber
          label="High value from"
          value={lines.value / factor}
          min={0}
          step={10}
          decimalScale={minorDigits(format.currency ?? 'EUR')}
          mark={mark}
          suffix={format.currency === null ? '' : ` ${format.currency}`}
          onSet={(value) => state.set({ ...lines, value: Math.round(value * factor) })}
        />
        <TypedNumber
          label="Growing above"
          value={Math.round(lines.growth * 1000) / 10}
          min={-95}
          max={900}
          step={1}
          decimalScale={1}
          mark={mark}
          suffix=" %"
          onSet={(percent) => state.set({ ...lines, growth: percent / 100 })}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" my={6}>
        {matrix.thresholds.sentence}
      </Text>
      {state.moved && (
        <Button variant="default" size="compact-sm" fw={500} loading={state.saving} onClick={state.reset}>
          Back to the suggestion
        </Button>
      )}
    </div>
  );
};

type TypedProps = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max?: number;
  readonly step: number;
  readonly decimalScale: number;
  readonly mark: string;
  readonly suffix: string;
  readonly onSet: (value: number) => void;
};

/** A number that takes effect with Enter or on leaving the field, not with every key. */
const TypedNumber = ({ label, value, onSet, mark, max, ...rest }: TypedProps) => {
  const [text, setText] = useState<number | string>(value);
  useEffect(() => setText(value), [value]);
  const commit = (): void => {
    if (typeof text === 'number' && Number.isFinite(text) && text !== value) onSet(text);
    else if (typeof text !== 'number') setText(value);
  };
  return (
    <NumberInput
      {...rest}
      {...(max !== undefined && { max })}
      label={label}
      size="xs"
      value={text}
      decimalSeparator={mark}
      thousandSeparator={mark === ',' ? '.' : ','}
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
};
