import type { ReactElement } from 'react';
import { NumberField, type Typed } from './number-field.tsx';

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly hideLabel?: boolean;
  /** a fraction; null where none is given */
  readonly rate: number | null;
  readonly onRate: (rate: number | null, typed: Typed) => void;
};

/** A tax rate as a percentage, told when the field is left. */
export const TaxRateField = ({
  label,
  description,
  hideLabel = false,
  rate,
  onRate,
}: Props): ReactElement => (
  <NumberField
    label={label}
    hideLabel={hideLabel}
    {...(description === undefined ? {} : { description })}
    size={hideLabel ? 'xs' : 'sm'}
    width={hideLabel ? 90 : 260}
    value={rate === null ? null : Math.round(rate * 1e6) / 10_000}
    min={0}
    max={100}
    decimals={4}
    suffix="%"
    mayBeEmpty
    // in millionths a rate is exact
    onValue={(percent, typed) => onRate(percent === null ? null : Math.round(percent * 10_000) / 1e6, typed)}
  />
);
