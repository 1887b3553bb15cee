import { ActionIcon, Group, Select } from '@mantine/core';
import { minorDigits } from '../../../shared/model/money.ts';
import { currencyUnits } from '../../../shared/own-number.ts';
import { NumberField } from '../../ui/forms/number-field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useFormat } from '../../ui/text/format.ts';
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
  const factor = 10 ** digits;
  const bound = {
    hideLabel: true,
    size: 'xs',
    width: 84,
    min: 0,
    decimals: unit === 'ratio' ? 1 : digits,
    units: unit === 'money' && format.currency !== null ? currencyUnits(format.currency, format.locale) : [],
    mayBeEmpty: true,
    live: true,
  } as const;
  /** 100 for cents typed as euros */
  const shown = (value: number | undefined): number | null => (value === undefined ? null : value / factor);
  const set = (which: 'min' | 'max', value: number | null): void => {
    const { [which]: _, ...rest } = condition;
    if (value === null) onChange(rest);
    else onChange({ ...rest, [which]: factor === 1 ? value : Math.round(value * factor) });
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
      <NumberField
        label={`${name}: from`}
        placeholder="from"
        value={shown(min)}
        {...bound}
        onValue={(v) => set('min', v)}
      />
      <NumberField
        label={`${name}: below`}
        placeholder="below"
        value={shown(max)}
        {...bound}
        onValue={(v) => set('max', v)}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={() => onChange(null)}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </Group>
  );
};
