import type { ParseArgsOptionsConfig } from 'node:util';

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command prints: one JSON document with --json, else lines for a person. */
export type Output = {
  readonly json: unknown;
  readonly text: string;
  /** 1 where a part of what was asked for could not be done; 0 where left out */
  readonly exitCode?: 0 | 1;
};

export type Command = {
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** how many plain arguments it takes: least and most */
  readonly positionals: readonly [number, number];
  readonly run: (
    positionals: readonly string[],
    values: Values,
    say: (line: string) => void,
  ) => Promise<Output | null>;
};

/** Wrong usage: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const text = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** An option that may be given several times. */
export const texts = (values: Values, name: string): readonly string[] => {
  const value = values[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

export const required = (values: Values, name: string): string => {
  const value = text(values, name);
  if (value === undefined || value === '') throw new UsageError(`--${name} is needed.`);
  return value;
};

export const oneOf = <T extends string>(
  values: Values,
  name: string,
  allowed: readonly T[],
): T | undefined => {
  const value = text(values, name);
  if (value === undefined) return undefined;
  if (!(allowed as readonly string[]).includes(value))
    throw new UsageError(`--${name} must be one of ${allowed.join(', ')}.`);
  return value as T;
};

export const wholeNumber = (values: Values, name: string, missing: number): number => {
  const value = text(values, name);
  if (value === undefined) return missing;
  const n = Number(value);
  if (!Number.isSafeInteger(n) || n < 0) throw new UsageError(`--${name} must be a whole number.`);
  return n;
};
