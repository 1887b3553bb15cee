import { atLeast, atMost, type Bar, mean, part } from './truth-bars.ts';
import { changeBars } from './truth-changes.bars.ts';
import { type Said, saidOf } from './truth-figures.ts';
import { WORLDS, type World } from './truth-worlds.ts';

/** What must hold of what is said about made shops (seeded; 20 replications a world). */
export const REPLICATIONS = 20;

/** The bars of one world, and those pooled over all. */
export const barsOf = (said: ReadonlyMap<string, readonly Said[]>): Bar[] => {
  const bars: Bar[] = [];
  const all = [...said.values()].flat();
  const long = [...said].filter(([name]) => name !== 'newly opened').flatMap(([, list]) => list);
  const sum = (of: (each: Said) => number): number => all.reduce((total, each) => total + of(each), 0);
  for (const figure of ['purchases', 'money'] as const) {
    const told = long.filter((each) => each[figure].told);
    if (told.length > 0)
      bars.push(
        atLeast(
          `${figure}: 90 % ranges of 91-day totals hold, pooled`,
          part(told.map((each) => each[figure].inside)),
          0.8,
        ),
      );
    for (const [name, list] of said) {
      const ranged = list.filter((each) => each[figure].told);
      if (ranged.length > 0)
        bars.push(
          atLeast(`${figure}: they hold, ${name}`, part(ranged.map((each) => each[figure].inside)), 0.7),
        );
    }
  }
  bars.push(
    atMost(
      'customers clear against both own signs',
      sum(({ againstOwn }) => againstOwn),
      0,
    ),
  );
  const single = all.reduce((n, each) => n + each.single, 0);
  if (single > 0)
    bars.push(
      atLeast(
        'single customers: 80 % ranges of 12 months hold',
        sum(({ singleInside }) => singleInside) / single,
        0.75,
      ),
    );
  const steady = said.get('steady');
  if (steady) {
    const halves = steady.filter(({ purchases }) => purchases.told).map(({ purchases }) => purchases.half);
    bars.push(atMost('steady shop: half-width of the 91-day range', mean(halves), 0.2));
  }
  if (steady)
    bars.push(
      atMost('steady shops with a clear segment', part(steady.map((each) => each.clearSegments > 0)), 0.2),
    );
  const called = sum(({ gone }) => gone);
  if (called > 0)
    bars.push(
      atMost(
        'of those called gone, bought within 12 months',
        sum(({ goneReturned }) => goneReturned) / called,
        0.15,
      ),
    );
  const stay = said.get('nobody leaves');
  if (stay)
    bars.push(
      atMost(
        'called gone where nobody leaves',
        stay.reduce((n, { gone }) => n + gone, 0) / stay.reduce((n, { customers }) => n + customers, 0),
        0.01,
      ),
    );
  bars.push(atMost('shops with a false alarm', part(all.map((each) => each.falseAlarms > 0)), 0.05));
  return bars;
};

export const NOBODY_LEAVES: World = {
  name: 'nobody leaves',
  years: 3,
  newcomers: 3,
  before: 2,
  nobodyLeaves: true,
};

/** Prints each bar with its figure; fails where one does not hold. */
export const truthBench = (): void => {
  const said = new Map(
    [...WORLDS, NOBODY_LEAVES].map((world) => [
      world.name,
      Array.from({ length: REPLICATIONS }, (_, k) => saidOf(world, 1000 + k)),
    ]),
  );
  const bars = [...barsOf(said), ...changeBars(REPLICATIONS)];
  for (const { what, value, bar, holds } of bars)
    console.log(`${holds ? 'holds ' : 'FAILS '} ${what}: ${value.toFixed(3)} (${bar})`);
  if (bars.some(({ holds }) => !holds)) process.exitCode = 1;
};
