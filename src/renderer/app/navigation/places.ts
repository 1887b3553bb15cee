import type { IconName } from '../../ui/icons.tsx';

export type Place = {
  readonly to: string;
  /** every address that belongs to the place starts with this */
  readonly under: string;
  readonly title: string;
  readonly icon: IconName;
  readonly about: string;
};

/** The places of the left rail, in its order: only those that exist. */
export const PLACES: readonly Place[] = [
  {
    to: '/overview',
    under: '/overview',
    title: 'Overview',
    icon: 'overview',
    about: 'Five names for Monday and what matters now',
  },
  {
    to: '/import',
    under: '/import',
    title: 'Import',
    icon: 'import',
    about: 'Bring in sales, see past imports',
  },
  {
    to: '/customers',
    under: '/customers',
    title: 'Customers',
    icon: 'customers',
    about: 'Everyone who bought, to search and sort',
  },
  {
    to: '/portfolio/matrix',
    under: '/portfolio',
    title: 'Portfolio',
    icon: 'portfolio',
    about: 'Value and growth, risk, segments, products',
  },
  {
    to: '/questions',
    under: '/questions',
    title: 'Questions',
    icon: 'questions',
    about: 'The twelve questions every owner asks',
  },
  {
    to: '/listen',
    under: '/listen',
    title: 'Listen',
    icon: 'listen',
    about: 'What customers say, and who waits for an answer',
  },
  {
    to: '/act',
    under: '/act',
    title: 'Act',
    icon: 'act',
    about: 'Next best actions, ranked and explained',
  },
  {
    to: '/reviews',
    under: '/reviews',
    title: 'Reviews',
    icon: 'reviews',
    about: 'Make and print the portfolio review',
  },
  {
    to: '/settings',
    under: '/settings',
    title: 'Settings',
    icon: 'settings',
    about: 'Business, appearance, files',
  },
];

export const isAt = (place: Place, pathname: string): boolean =>
  pathname === place.under || pathname.startsWith(`${place.under}/`);
