/** A statement that must hold of what is said about made shops. */
export type Bar = {
  readonly what: string;
  readonly value: number;
  readonly bar: string;
  readonly holds: boolean;
};

export const atLeast = (what: string, value: number, bar: number): Bar => ({
  what,
  value,
  bar: `≥ ${bar}`,
  holds: value >= bar,
});

export const atMost = (what: string, value: number, bar: number): Bar => ({
  what,
  value,
  bar: `≤ ${bar}`,
  holds: value <= bar,
});

/** What part of some is true; 0 of none. */
export const part = (of: readonly boolean[]): number => of.filter(Boolean).length / Math.max(1, of.length);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
