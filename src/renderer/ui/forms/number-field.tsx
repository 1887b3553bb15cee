import { TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { type NumberRules, parseOwnNumber, writeOwnNumber } from '../../../shared/own-number.ts';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { Icon } from '../icons.tsx';
import classes from './number-field.module.css';

export type Typed = {
  /** the number as text with a point, exact where a double is not */
  readonly exact: string;
  /** shows again what stood there before, for where the number could not be kept */
  readonly putBack: () => void;
};

type Props = NumberRules & {
  readonly label: string;
  /** the label is for screen readers only, and the field small */
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly placeholder?: string;
  readonly size?: 'xs' | 'sm';
  /** of the field, in pixels; as wide as its place if left out */
  readonly width?: number;
  readonly value: number | null;
  /** written after the number */
  readonly suffix?: string;
  /** what the arrow keys and the two small buttons add; none if left out */
  readonly step?: number;
  /** whether nothing is an answer too, told as null */
  readonly mayBeEmpty?: boolean;
  /** report each number while it is typed, not only when the field is left */
  readonly live?: boolean;
  readonly onValue: (value: number | null, typed: Typed) => void;
};

/**
 * The one field for numbers. On leaving it or on Enter its text is read in the owner's locale; text that is not a
 * number gets a sentence under the field, and the number before it is kept.
 */
export const NumberField = ({
  label,
  hideLabel = false,
  description,
  placeholder,
  size = 'sm',
  width,
  value,
  suffix = '',
  step,
  mayBeEmpty = false,
  live = false,
  onValue,
  ...rules
}: Props): ReactElement => {
  const locale = useMaybePortfolio()?.settings.locale ?? navigator.language;
  const written = (n: number | null): string =>
    n === null ? '' : `${writeOwnNumber(n, locale, rules.decimals)}${suffix === '' ? '' : ` ${suffix}`}`;
  const read = (entry: string) =>
    parseOwnNumber(entry, locale, { ...rules, units: [suffix, ...(rules.units ?? [])] });

  const [text, setText] = useState(written(value));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [shownFor, setShownFor] = useState(written(value));
  const [isTyping, setIsTyping] = useState(false);
  // the value comes back later than it is told, and in the meantime the next one may be typed
  const [told, setTold] = useState(value);
  const show = (n: number | null): void => {
    setText(written(n));
    setRefusal(null);
    setIsTyping(false);
  };

  // the value, the locale or the currency changed: what was told has come back, or it was changed elsewhere, by undo
  if (shownFor !== written(value)) {
    setShownFor(written(value));
    setTold(value);
    const typed = read(text);
    const isTyped =
      typed.kind === 'number' ? typed.value === value : typed.kind === 'empty' && value === null;
    if (live ? !isTyped : !isTyping) show(value);
  }

  const tell = (next: number | null, exact: string): void => {
    if (next === told) return;
    setTold(next);
    onValue(next, {
      exact,
      putBack: () => {
        setTold(value);
        show(value);
      },
    });
  };
  const commit = (): void => {
    setIsTyping(false);
    if (text === written(told)) return;
    const typed = read(text);
    if (typed.kind === 'number') {
      show(typed.value);
      tell(typed.value, typed.exact);
    } else if (typed.kind === 'refused') {
      setRefusal(`${typed.sentence} ${told === null ? 'Nothing is set.' : `It stays at ${written(told)}.`}`);
    } else if (mayBeEmpty) {
      show(null);
      tell(null, '');
    } else show(told);
  };
  const type = (entry: string): void => {
    setText(entry);
    setRefusal(null);
    setIsTyping(true);
    if (!live) return;
    const typed = read(entry);
    if (typed.kind === 'number') tell(typed.value, typed.exact);
    else if (typed.kind === 'empty' && mayBeEmpty) tell(null, '');
  };
  const move = (by: number): void => {
    const typed = read(text);
    const from = typed.kind === 'number' ? typed.value : (value ?? 0);
    const next = Math.min(rules.max ?? Infinity, Math.max(rules.min ?? -Infinity, from + by));
    type(written(Number(next.toFixed(rules.decimals))));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') show(told);
    else if (step !== undefined && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(event.key === 'ArrowUp' ? step : -step);
    }
  };

  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      {...(description === undefined ? {} : { description })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(width === undefined ? {} : { styles: { wrapper: { width } }, className: classes.narrow })}
      size={size}
      inputMode={rules.decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={text}
      error={refusal}
      errorProps={{ role: 'alert' }}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={press}
      {...(step === undefined
        ? {}
        : { rightSection: <Steps onStep={(way) => move(way * step)} />, rightSectionWidth: 24 })}
    />
  );
};

/** For the mouse only: the keyboard has its arrow keys. */
const Steps = ({ onStep }: { readonly onStep: (way: 1 | -1) => void }): ReactElement => (
  <span className={classes.steps} aria-hidden="true">
    {([1, -1] as const).map((way) => (
      <UnstyledButton
        key={way}
        tabIndex={-1}
        className={classes.step}
        // the field keeps the focus, and is left later
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onStep(way)}
      >
        <Icon name={way === 1 ? 'up' : 'down'} size={12} />
      </UnstyledButton>
    ))}
  </span>
);
