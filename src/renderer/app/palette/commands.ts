import type { IconName } from '../../ui/icons.tsx';
import { PLACES } from '../navigation/places.ts';

export type Command = {
  readonly title: string;
  readonly about: string;
  readonly icon: IconName;
  readonly words: string;
  readonly run:
    | { readonly kind: 'go'; readonly to: string }
    | { readonly kind: 'do'; readonly what: 'open' | 'create' | 'undo' | 'redo' };
};

type Next = { readonly undo: string | null; readonly redo: string | null };

/** Further words by which a place is looked for. */
const PLACE_WORDS: Readonly<Record<string, string>> = {
  '/listen': 'feedback inbox nps csat survey complaints satisfaction',
};

const allCommands = (open: boolean, next: Next | null): readonly Command[] => [
  ...(open
    ? [
        ...PLACES.map(
          (place): Command => ({
            title: place.title,
            about: place.about,
            icon: place.icon,
            words: PLACE_WORDS[place.to] ?? '',
            run: { kind: 'go', to: place.to },
          }),
        ),
        {
          title: 'Value',
          about: 'Who carries the business, and who costs more than they bring',
          icon: 'portfolio',
          words: 'profit contribution whale curve concentration abc',
          run: { kind: 'go', to: '/portfolio/value' },
        } satisfies Command,
        {
          title: 'New customers',
          about: 'What a new customer costs, and when that is back',
          icon: 'portfolio',
          words: 'acquisition cac payback spending source',
          run: { kind: 'go', to: '/portfolio/new' },
        } satisfies Command,
        {
          title: 'Risk & value',
          about: 'Who is worth most, and who may be lost',
          icon: 'portfolio',
          words: 'churn leaving engaged',
          run: { kind: 'go', to: '/portfolio/risk' },
        } satisfies Command,
        {
          title: 'Segments',
          about: 'Who belongs together, and by which rule',
          icon: 'portfolio',
          words: 'groups recipe',
          run: { kind: 'go', to: '/portfolio/segments' },
        } satisfies Command,
        {
          title: 'Products',
          about: 'What sells, what goes together, who might want more',
          icon: 'portfolio',
          words: 'popular basket articles',
          run: { kind: 'go', to: '/portfolio/products' },
        } satisfies Command,
      ]
    : []),
  ...(next?.undo
    ? [
        {
          title: 'Undo',
          about: next.undo,
          icon: 'undo',
          words: 'back',
          run: { kind: 'do', what: 'undo' },
        } satisfies Command,
      ]
    : []),
  ...(next?.redo
    ? [
        {
          title: 'Redo',
          about: next.redo,
          icon: 'redo',
          words: 'again',
          run: { kind: 'do', what: 'redo' },
        } satisfies Command,
      ]
    : []),
  {
    title: 'Open a portfolio',
    about: 'One you had open before, or a file',
    icon: 'folder',
    words: 'file switch sample',
    run: { kind: 'do', what: 'open' },
  },
  {
    title: 'New portfolio',
    about: 'For another business, in a file of its own',
    icon: 'file',
    words: 'create business',
    run: { kind: 'do', what: 'create' },
  },
  ...(open
    ? []
    : [
        {
          title: 'Import your sales',
          about: 'A file from your till, shop or bookkeeping',
          icon: 'import',
          words: 'csv excel new',
          run: { kind: 'go', to: '/import' },
        } satisfies Command,
      ]),
];

/** The commands in whose title or further words each word of the query begins a word. */
export const matchingCommands = (query: string, open: boolean, next: Next | null): readonly Command[] => {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '');
  return allCommands(open, next).filter((command) => {
    const words = `${command.title} ${command.words}`.toLowerCase().split(/\s+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
};
