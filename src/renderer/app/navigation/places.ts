import type { ComponentType } from 'react';
import type { IconName } from '../../ui/icons.tsx';
import type { Shortcut } from './shortcut.ts';

/** An address and the screen shown there, loaded when it is first visited. */
export type Screen = {
  /** from the root, `:` before what varies */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
};

/** What the palette writes of an entry, and further words by which it is found. */
export type PaletteText = {
  readonly title: string;
  readonly about: string;
  readonly words: string;
};

type Described = PaletteText & { readonly icon: IconName };

/** A screen that is reached by name: from the rail or as a tab, and from the palette. */
export type NamedScreen = Described & Screen;

export type Place = Described & {
  /** every address of the place is this or lies below it */
  readonly path: string;
  readonly shortcut?: Shortcut;
  /** how the palette offers the place while no portfolio is open; absent where it needs one */
  readonly withoutPortfolio?: PaletteText;
} & (
    | {
        readonly load: Screen['load'];
        /** further screens below the place, reached from it; those that need nothing more to be said have a name */
        readonly pages?: readonly (Screen | NamedScreen)[];
      }
    | { readonly tabs: readonly [NamedScreen, ...NamedScreen[]] }
  );

/**
 * The one registry of places, in the order of the rail. The router, the rail, the tabs, the palette, the
 * shortcuts and the help are all made from it: a new screen is one more entry here.
 */
export const PLACES: readonly Place[] = [
  {
    path: '/overview',
    title: 'Overview',
    about: 'Five names for Monday and what matters now',
    words: '',
    icon: 'overview',
    load: async () => (await import('../../features/overview/screen.tsx')).OverviewScreen,
  },
  {
    path: '/import',
    title: 'Import',
    about: 'Bring in sales, see past imports',
    words: '',
    icon: 'import',
    shortcut: { keys: ['mod+I'], does: 'Import sales', whileTyping: true },
    withoutPortfolio: {
      title: 'Import your sales',
      about: 'A file from your till, shop or bookkeeping',
      words: 'csv excel new',
    },
    load: async () => (await import('../../features/import/screen.tsx')).ImportScreen,
    pages: [
      {
        path: '/import/audit',
        title: 'How good are your data?',
        about: 'What is missing, what that prevents, what to do',
        words: 'audit quality complete gaps duplicates fresh score',
        icon: 'import',
        load: async () => (await import('../../features/audit/screen.tsx')).AuditScreen,
      },
    ],
  },
  {
    path: '/customers',
    title: 'Customers',
    about: 'Everyone who bought, to search and sort',
    words: '',
    icon: 'customers',
    load: async () => (await import('../../features/customers/screen.tsx')).CustomersScreen,
    pages: [
      {
        path: '/customers/prospects',
        load: async () => (await import('../../features/customers/prospects.tsx')).ProspectsScreen,
      },
      {
        path: '/customers/:id',
        load: async () => (await import('../../features/customers/page.tsx')).CustomerScreen,
      },
    ],
  },
  {
    path: '/portfolio',
    title: 'Portfolio',
    about: 'Value and growth, risk, segments, products',
    words: '',
    icon: 'portfolio',
    tabs: [
      {
        path: '/portfolio/matrix',
        title: 'Matrix',
        about: 'Value against growth, for segments and for customers',
        words: 'bubbles thresholds invest protect develop simplify',
        icon: 'portfolio',
        load: async () => (await import('../../features/matrix/screen.tsx')).MatrixScreen,
      },
      {
        path: '/portfolio/value',
        title: 'Value',
        about: 'Who carries the business, and who costs more than they bring',
        words: 'profit contribution whale curve concentration abc',
        icon: 'portfolio',
        load: async () => (await import('../../features/value/screen.tsx')).ValueScreen,
      },
      {
        path: '/portfolio/risk',
        title: 'Risk & value',
        about: 'Who is worth most, and who may be lost',
        words: 'churn leaving engaged',
        icon: 'portfolio',
        load: async () => (await import('../../features/risk-value/screen.tsx')).RiskValueScreen,
      },
      {
        path: '/portfolio/segments',
        title: 'Segments',
        about: 'Who belongs together, and by which rule',
        words: 'groups recipe',
        icon: 'portfolio',
        load: async () => (await import('../../features/segments/screen.tsx')).SegmentsScreen,
      },
      {
        path: '/portfolio/products',
        title: 'Products',
        about: 'What sells, what goes together, who might want more',
        words: 'popular basket articles',
        icon: 'portfolio',
        load: async () => (await import('../../features/products/screen.tsx')).ProductsScreen,
      },
      {
        path: '/portfolio/retention',
        title: 'Retention',
        about: 'Who came back, and what to expect',
        words: 'kept loyal cohorts forecast repeat',
        icon: 'portfolio',
        load: async () => (await import('../../features/retention/screen.tsx')).RetentionScreen,
      },
      {
        path: '/portfolio/calendar',
        title: 'Business time',
        about: 'Closures, exceptional days, campaigns, new prices and the season',
        words: 'calendar closed holiday season marks timeline',
        icon: 'calendar',
        load: async () => (await import('../../features/calendar/screen.tsx')).CalendarScreen,
      },
      {
        path: '/portfolio/new',
        title: 'New customers',
        about: 'What a new customer costs, and when that is back',
        words: 'acquisition cac payback spending source',
        icon: 'portfolio',
        load: async () => (await import('../../features/acquisition/screen.tsx')).AcquisitionScreen,
      },
    ],
  },
  {
    path: '/questions',
    title: 'Questions',
    about: 'The twelve questions every owner asks',
    words: '',
    icon: 'questions',
    load: async () => (await import('../../features/questions/screen.tsx')).QuestionsScreen,
  },
  {
    path: '/listen',
    title: 'Listen',
    about: 'What customers say, and who waits for an answer',
    words: 'feedback inbox nps csat survey complaints satisfaction',
    icon: 'listen',
    load: async () => (await import('../../features/listen/screen.tsx')).ListenScreen,
  },
  {
    path: '/act',
    title: 'Act',
    about: 'Next best actions, ranked and explained',
    words: '',
    icon: 'act',
    load: async () => (await import('../../features/actions/screen.tsx')).ActScreen,
  },
  {
    path: '/reviews',
    title: 'Reviews',
    about: 'Make and print the portfolio review',
    words: '',
    icon: 'reviews',
    load: async () => (await import('../../features/reviews/screen.tsx')).ReviewsScreen,
    pages: [
      {
        path: '/reviews/:id',
        load: async () => (await import('../../features/reviews/page.tsx')).ReviewScreen,
      },
    ],
  },
  {
    path: '/settings',
    title: 'Settings',
    about: 'Business, appearance, files',
    words: '',
    icon: 'settings',
    load: async () => (await import('../../features/settings/screen.tsx')).SettingsScreen,
  },
];

/** Every screen below the place that is reached by name. */
export const namedBelow = (place: Place): readonly NamedScreen[] =>
  'tabs' in place ? place.tabs : (place.pages ?? []).filter((page): page is NamedScreen => 'title' in page);

/** Where a link to the place leads: to itself, or to the first of its tabs. */
export const entryOf = (place: Place): string => ('tabs' in place ? place.tabs[0].path : place.path);

export const isAt = ({ path }: Pick<Place, 'path'>, pathname: string): boolean =>
  pathname === path || pathname.startsWith(`${path}/`);
