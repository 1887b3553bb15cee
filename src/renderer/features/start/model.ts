export type Recent = { readonly path: string; readonly name: string; readonly openedAt: number | null };

export type RecentRow = {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly when: string;
};

const DAY_MS = 86_400_000;

/** `today`, `yesterday`, `5 days ago`, else the day itself. */
export const lastOpened = (openedAt: number | null, now: number, day: (ms: number) => string): string => {
  if (openedAt === null) return 'not opened yet';
  const startOfToday = new Date(now).setHours(0, 0, 0, 0);
  const days = Math.ceil((startOfToday - openedAt) / DAY_MS);
  if (days <= 0) return 'opened today';
  if (days === 1) return 'opened yesterday';
  return days < 14 ? `opened ${days} days ago` : `opened on ${day(openedAt)}`;
};

/** The folder a path lies in, whichever way its system writes paths. */
export const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '') || path;

/** What an owner pastes from a file manager: quotes around it and blanks do not matter. */
export const cleanPath = (typed: string): string => typed.trim().replace(/^(["'])(.*)\1$/, '$2');

export const recentRows = (
  recent: readonly Recent[],
  now: number,
  day: (ms: number) => string,
  open: string | null = null,
): readonly RecentRow[] =>
  recent
    .filter((r) => r.path !== open)
    .map((r) => ({
      path: r.path,
      name: r.name,
      folder: folderOf(r.path),
      when: lastOpened(r.openedAt, now, day),
    }));

/** The sample businesses: each shows another kind of buying. */
export const SAMPLES = [
  { kind: 'bakery', title: 'Bakery', about: 'regulars, loyalty cards' },
  { kind: 'wholesale', title: 'Wholesaler', about: 'few large accounts' },
  { kind: 'webshop', title: 'Web shop', about: 'many one-time buyers' },
  { kind: 'clinic', title: 'Clinic', about: 'long rhythms' },
] as const;
export type SampleKind = (typeof SAMPLES)[number]['kind'];
