import { commandKey } from '../../ui/command-key.ts';
import type { KeyHelp } from '../../ui/key-table.tsx';
import { COMMAND_NAMES, COMMANDS, type CommandName } from './commands.ts';
import { entryOf, PLACES } from './places.ts';
import type { Shortcut } from './shortcut.ts';

export type Target =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'do'; readonly what: CommandName };

/** Every shortcut of the window with where it leads: those of the places, then those of the commands. */
export const SHORTCUTS: readonly (Shortcut & { readonly target: Target })[] = [
  ...PLACES.flatMap((place) =>
    place.shortcut ? [{ ...place.shortcut, target: { kind: 'go', to: entryOf(place) } as const }] : [],
  ),
  ...COMMAND_NAMES.map((what) => ({ ...COMMANDS[what].shortcut, target: { kind: 'do', what } as const })),
];

const named = (key: string, mod: string): string =>
  key === 'mod' ? mod : key === 'shift' ? 'Shift' : key.toUpperCase();

/** The lines of Help: one for each combination of keys. @param mod the name of the command key */
export const keyHelp = (mod: string = commandKey()): readonly KeyHelp[] =>
  SHORTCUTS.flatMap(({ keys, does }) =>
    keys.map((combination) => ({ keys: combination.split('+').map((key) => named(key, mod)), does })),
  );
