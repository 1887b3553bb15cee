import { spawnSync } from 'node:child_process';

/** Two ways of doing the same work, run alternately so that a machine's moods hit both. */
export type Pair = {
  readonly title: string;
  readonly ours: () => Promise<number> | number;
  readonly theirs: () => Promise<number> | number;
  readonly bar: number;
};

const PAIRS = 5;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Runs the pair alternately, once for warming up; prints the median ratio beside its bar. @returns that ratio */
export const runPair = async ({ title, ours, theirs, bar }: Pair): Promise<number> => {
  await ours();
  await theirs();
  const ratios: number[] = [];
  for (let i = 0; i < PAIRS; i++) {
    const a = await ours();
    const b = await theirs();
    ratios.push(a / b);
  }
  const ratio = median(ratios);
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  process.stdout.write(
    `${title}: ${ratio.toFixed(2)} × (${spread}), bar ${bar} × – ${ratio <= bar ? 'held' : 'NOT HELD'}\n`,
  );
  return ratio;
};

/** Milliseconds a command takes as a whole process. */
export const timeCommand = (command: string, args: readonly string[]): number => {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  return performance.now() - start;
};

export const isInstalled = (command: string): boolean => spawnSync(command, ['--version']).status === 0;
