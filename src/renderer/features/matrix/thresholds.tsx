import { Button, SimpleGrid, Text } from '@mantine/core';
import type { Matrix } from '../../../shared/model/matrix.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import { currencyUnits } from '../../../shared/own-number.ts';
import { NumberField } from '../../ui/forms/number-field.tsx';
import { useFormat } from '../../ui/text/format.ts';
import type { LinesState } from './use-matrix.ts';

type Props = { readonly matrix: Matrix; readonly state: LinesState };

/** The two lines as numbers to type, and the way back to the suggestion. */
export const Thresholds = ({ matrix, state }: Props) => {
  const format = useFormat();
  const digits = minorDigits(format.currency ?? 'EUR');
  const factor = 10 ** digits;
  const { lines } = state;
  return (
    <div>
      <SimpleGrid cols={2} spacing="xs">
        <NumberField
          label="High value from"
          size="xs"
          value={lines.value / factor}
          min={0}
          step={10}
          decimals={digits}
          {...(format.currency !== null && {
            suffix: format.currency,
            units: currencyUnits(format.currency, format.locale),
          })}
          onValue={(value) => {
            if (value !== null) state.set({ ...lines, value: Math.round(value * factor) });
          }}
        />
        <NumberField
          label="Growing above"
          size="xs"
          value={Math.round(lines.growth * 1000) / 10}
          min={-95}
          max={900}
          step={1}
          decimals={1}
          suffix="%"
          onValue={(percent) => {
            if (percent !== null) state.set({ ...lines, growth: Math.round(percent * 10) / 1000 });
          }}
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
