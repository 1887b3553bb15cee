import { Group, Slider, Text } from '@mantine/core';
import { minorDigits } from '../../../shared/model/money.ts';
import type { RecipeThreshold } from '../../../shared/model/segment.ts';
import { currencyUnits } from '../../../shared/own-number.ts';
import { NumberField } from '../../ui/forms/number-field.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { movedTo, TRACK, trackOf } from './model.ts';

type Props = { readonly threshold: RecipeThreshold; readonly onValue: (value: number) => void };

const UNIT_WORDS = { money: '', ratio: '× the usual gap', days: 'days', count: '' } as const;

/** A threshold as a sentence, a slider and a number. */
export const Threshold = ({ threshold, onValue }: Props) => {
  const format = useFormat();
  const isMoney = threshold.unit === 'money';
  const digits = isMoney ? minorDigits(format.currency ?? 'EUR') : 0;
  const factor = 10 ** digits;
  const written = (value: number): string =>
    threshold.unit === 'count'
      ? format.count(value)
      : format.inUnit(threshold.unit, value, { headline: true });
  const unit = isMoney ? (format.currency ?? '') : UNIT_WORDS[threshold.unit];
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
        <NumberField
          label={threshold.sentence}
          hideLabel
          size="xs"
          width={170}
          value={threshold.value / factor}
          min={threshold.min / factor}
          max={threshold.max / factor}
          decimals={threshold.unit === 'ratio' ? 1 : digits}
          step={threshold.unit === 'ratio' ? 0.1 : isMoney ? 10 : 1}
          suffix={unit}
          units={isMoney && format.currency !== null ? currencyUnits(format.currency, format.locale) : []}
          onValue={(value) => {
            if (value !== null) onValue(threshold.unit === 'ratio' ? value : Math.round(value * factor));
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
