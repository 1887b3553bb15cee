/** What became of one fault: nothing lost and nothing undetected is what every one should come to. */
export type Outcome = { readonly survived: boolean; readonly lost?: boolean; readonly undetected?: boolean };

/** An outcome with the class of its fault. */
export type Tallied = Required<Outcome> & { readonly kind: string };

/** How many faults of each class there must be. */
export type Least = Readonly<Record<string, number>>;

const NUMBERS = ['tried', 'survived', 'lost', 'undetected'] as const;
const NAME = 36;
const NUMBER = 12;

type Counts = Readonly<Record<(typeof NUMBERS)[number], number>>;

const countsOf = (outcomes: readonly Tallied[]): Counts => {
  const count = (test: (each: Tallied) => boolean): number => outcomes.filter(test).length;
  return {
    tried: outcomes.length,
    survived: count(({ survived }) => survived),
    lost: count(({ lost }) => lost),
    undetected: count(({ undetected }) => undetected),
  };
};

const line = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(NAME) + cells.map((cell) => String(cell).padStart(NUMBER)).join('');

/** The table of a run: a line for each class and one of totals. */
export const tallyTable = (outcomes: readonly Tallied[]): string => {
  const row = (name: string, of: readonly Tallied[]): string => {
    const counts = countsOf(of);
    return line(
      name,
      NUMBERS.map((each) => counts[each]),
    );
  };
  const classes = [...Map.groupBy(outcomes, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [line('class', NUMBERS), ...classes.map(([kind, of]) => row(kind, of)), row('total', outcomes)].join(
    '\n',
  );
};

/** What keeps a run from being a proof: a fault that was not survived, or a class with fewer than it must have. */
export const shortcomings = (outcomes: readonly Tallied[], least: Least): string[] => {
  const classes = Map.groupBy(outcomes, ({ kind }) => kind);
  const short = Object.entries(least).flatMap(([kind, needed]) => {
    const tried = classes.get(kind)?.length ?? 0;
    return tried < needed ? [`${kind}: ${tried} tried, ${needed} are needed`] : [];
  });
  const failed = [...classes].flatMap(([kind, of]) => {
    const { tried, survived } = countsOf(of);
    return survived < tried ? [`${kind}: ${tried - survived} not survived`] : [];
  });
  return [...short, ...failed];
};
