import { appendFileSync } from 'node:fs';

/** What became of one fault: nothing lost and nothing undetected is what every one should come to. */
export type Outcome = { readonly survived: boolean; readonly lost?: boolean; readonly undetected?: boolean };

/** Counts a fault for the table of `npm run faults`; elsewhere nothing is kept. */
export const tally = (kind: string, { survived, lost = false, undetected = false }: Outcome): void => {
  const file = process.env.CLIENTELE_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify({ kind, survived, lost, undetected })}\n`);
};
