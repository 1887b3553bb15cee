import { parseArgs } from 'node:util';

export const USAGE = `npm start -- [--sample] [--no-open] [PORTFOLIO]

  PORTFOLIO   a .clientele file to open
  --sample    opens a made-up bakery to try things out
  --no-open   opens no window and no browser; prints the address`;

export type StartOptions =
  | {
      readonly kind: 'start';
      readonly sample: boolean;
      readonly open: boolean;
      readonly portfolio: string | null;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const startOptions = (argv: readonly string[]): StartOptions => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        sample: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (positionals.length > 1)
      return { kind: 'wrong', sentence: 'Only one portfolio can be opened at a time.' };
    return {
      kind: 'start',
      sample: values.sample,
      open: !values['no-open'],
      portfolio: positionals[0] ?? null,
    };
  } catch (error) {
    return { kind: 'wrong', sentence: error instanceof Error ? error.message : String(error) };
  }
};
