import { appendFileSync } from 'node:fs';

/** What became of one fault: nothing lost and nothing undetected is what every one should come to. */
export type Outcome = { readonly survived: boolean; readonly lost?: boolean; readonly undetected?: boolean };

/** Counts a fault for the table of `npm run faults`; elsewhere nothing is kept. */
export const tally = (kind: string, { survived, lost = false, undetected = false }: Outcome): void => {
  const file = process.env.CLIENTELE_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify({ kind, survived, lost, undetected })}\n`);
};

/** An outcome with the class of its fault. */
export type Tallied = Required<Outcome> & { readonly kind: string };

/** The table of a run, a line for each class and one of totals. */
export const tallyTable = (outcomes: readonly Tallied[]): string => {
  const row = (name: string, of: readonly Tallied[]): string => {
    const count = (test: (each: Tallied) => boolean): string => String(of.filter(test).length).padStart(11);
    return `${name.padEnd(22)}${String(of.length).padStart(8)}${count(({ survived }) => survived)}${count(({ lost }) => lost)}${count(({ undetected }) => undetected)}`;
  };
  const head = `${'class'.padEnd(22)}${'tried'.padStart(8)}${['survived', 'lost', 'undetected'].map((name) => name.padStart(11)).join('')}`;
  const classes = Map.groupBy(outcomes, ({ kind }) => kind);
  return [head, ...[...classes].map(([kind, of]) => row(kind, of)), row('total', outcomes)].join('\n');
};
