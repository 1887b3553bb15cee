import type { IconName } from '../../ui/icons.tsx';
import { COMMAND_NAMES, COMMANDS } from '../navigation/commands.ts';
import { entryOf, namedBelow, type PaletteText, PLACES } from '../navigation/places.ts';
import type { Target } from '../navigation/shortcuts.ts';

/** One line of the palette besides customers. */
export type Entry = PaletteText & { readonly icon: IconName; readonly run: Target };

/** What would be undone and redone, each in one sentence; null where there is nothing. */
export type NextChanges = { readonly undo: string | null; readonly redo: string | null };

const go = (to: string): Target => ({ kind: 'go', to });

const places = (): readonly Entry[] => [
  ...PLACES.map((place) => ({ ...place, run: go(entryOf(place)) })),
  ...PLACES.flatMap(namedBelow).map((screen) => ({ ...screen, run: go(screen.path) })),
];

const waysToAPortfolio = (): readonly Entry[] =>
  PLACES.flatMap((place) =>
    place.withoutPortfolio ? [{ ...place.withoutPortfolio, icon: place.icon, run: go(entryOf(place)) }] : [],
  );

const commands = (open: boolean, next: NextChanges | null): readonly Entry[] =>
  COMMAND_NAMES.flatMap((what) => {
    const text = COMMANDS[what].palette;
    if (!text || (text.ofPortfolio && !open)) return [];
    const about = text.about ?? (what === 'undo' || what === 'redo' ? next?.[what] : null);
    return about ? [{ ...text, about, run: { kind: 'do', what } as const }] : [];
  });

/** Everything the palette offers. @param open whether a portfolio is open */
export const paletteEntries = (open: boolean, next: NextChanges | null): readonly Entry[] =>
  open ? [...places(), ...commands(open, next)] : [...commands(open, next), ...waysToAPortfolio()];

/** The entries in whose title or further words each word of the query begins a word. */
export const matchingEntries = (query: string, open: boolean, next: NextChanges | null): readonly Entry[] => {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '');
  return paletteEntries(open, next).filter((entry) => {
    const words = `${entry.title} ${entry.words}`.toLowerCase().split(/\s+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
};

type Shown = { readonly name: string; readonly city: string | null; readonly email: string | null };

/** Whether a customer's line shows what was typed. */
export const mentions = ({ name, city, email }: Shown, typed: string): boolean =>
  [name, city, email].some((text) => text?.toLowerCase().includes(typed.toLowerCase()));
