import { NumberInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';

const percentOf = (rate: number | null): number | string =>
  rate === null ? '' : Math.round(rate * 1e6) / 10_000;

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly hideLabel?: boolean;
  /** a fraction; null where none is given */
  readonly rate: number | null;
  readonly onRate: (rate: number | null) => void;
};

/** A tax rate as a percentage, told when the field is left. */
export const TaxRateField = ({
  label,
  description,
  hideLabel = false,
  rate,
  onRate,
}: Props): ReactElement => {
  const [percent, setPercent] = useState(percentOf(rate));
  const put = (): void => {
    const next = typeof percent === 'number' ? Math.round(percent * 10_000) / 1e6 : null;
    if (next !== rate) onRate(next);
  };
  return (
    <NumberInput
      {...(hideLabel ? { 'aria-label': label, size: 'xs' } : { label })}
      {...(description === undefined ? {} : { description })}
      w={hideLabel ? 90 : 260}
      value={percent}
      onChange={setPercent}
      onBlur={put}
      onKeyDown={(event) => {
        if (event.key === 'Enter') put();
      }}
      min={0}
      max={100}
      decimalScale={4}
      hideControls
      suffix=" %"
    />
  );
};
