import type { ReactElement } from 'react';
import { NumberField } from './number-field.tsx';

type Props = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  /** a decimal with a point, such as `0.92`; empty where none is given */
  readonly rate: string;
  readonly onRate: (exact: string) => void;
};

/** What one of a foreign currency is worth, told while it is typed. */
export const RateField = ({ label, hideLabel = false, placeholder, rate, onRate }: Props): ReactElement => (
  <NumberField
    label={label}
    hideLabel={hideLabel}
    {...(placeholder === undefined ? {} : { placeholder })}
    size={hideLabel ? 'xs' : 'sm'}
    width={hideLabel ? 110 : 130}
    value={rate === '' ? null : Number(rate)}
    min={1e-9}
    max={999_999_999}
    decimals={9}
    mayBeEmpty
    live
    onValue={(_, { exact }) => onRate(exact)}
  />
);
