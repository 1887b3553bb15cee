import { Group, NumberInput, Slider, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { decimalMark } from '../../../shared/format.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import type { RecipeThreshold } from '../../../shared/model/segment.ts';
import { useFormat } from '../../ui/format.ts';
import { clamped, movedTo, TRACK, trackOf } from './model.ts';

type Props = { readonly threshold: RecipeThreshold; readonly onValue: (value: number) => void };

const UNIT_WORDS = { money: '', ratio: '× the usual gap', days: 'days', count: '' } as const;

/** A threshold as a sentence, a slider and a number. */
export const Threshold = ({ threshold, onValue }: Props) => {
  const format = useFormat();
  const factor = threshold.unit === 'money' ? 10 ** minorDigits(format.currency ?? 'EUR') : 1;
  const mark = decimalMark(format.locale);
  const [text, setText] = useState<number | string>(threshold.value / factor);
  useEffect(() => setText(threshold.value / factor), [threshold.value, factor]);
  const written = (value: number): string =>
    threshold.unit === 'count'
      ? format.count(value)
      : format.inUnit(threshold.unit, value, { headline: true });
  const commit = (): void => {
    if (typeof text !== 'number' || !Number.isFinite(text)) setText(threshold.value / factor);
    else onValue(clamped(threshold, threshold.unit === 'ratio' ? text : Math.round(text * factor)));
  };
  const unit = threshold.unit === 'money' ? (format.currency ?? '') : UNIT_WORDS[threshold.unit];
  return (
    <div>
      <Text size="sm" mb={6}>
        {threshold.sentence}
      </Text>
      <Group gap="md" wrap="nowrap" align="center">
        <Slider
          flex={1}
          size="sm"
          min={0}
          max={TRACK}
          value={trackOf(threshold, threshold.value)}
          onChange={(place) => onValue(movedTo(threshold, place))}
          label={null}
          thumbLabel={threshold.sentence}
          thumbValueText={written(threshold.value)}
          marks={[{ value: trackOf(threshold, threshold.suggested) }]}
        />
        <NumberInput
          size="xs"
          w={170}
          aria-label={threshold.sentence}
          value={text}
          min={threshold.min / factor}
          max={threshold.max / factor}
          decimalSeparator={mark}
          thousandSeparator={mark === ',' ? '.' : ','}
          decimalScale={
            threshold.unit === 'ratio'
              ? 1
              : threshold.unit === 'money'
                ? minorDigits(format.currency ?? 'EUR')
                : 0
          }
          step={threshold.unit === 'ratio' ? 0.1 : threshold.unit === 'money' ? 10 : 1}
          suffix={unit === '' ? '' : ` ${unit}`}
          onChange={setText}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
      </Group>
      {threshold.value !== threshold.suggested && (
        <Text size="xs" c="dimmed" mt={4}>
          Suggested from your sales: {written(threshold.suggested)}
        </Text>
      )}
    </div>
  );
};
