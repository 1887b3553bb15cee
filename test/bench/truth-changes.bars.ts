import { atLeast, atMost, type Bar, mean, part } from './truth-bars.ts';
import { alarmsOf, changedByValue, changedGroup, directionsOf, quarterOf } from './truth-changes.ts';
import { WORLDS, type World } from './truth-worlds.ts';

const world = (name: string): World => WORLDS.find((each) => each.name === name)!;
const STEADY = world('steady');

const CHRISTMAS = (week: number): number => (week >= 48 ? 4 : 1);
const SUMMER = (week: number): number => 1.025 - 0.975 * Math.cos((2 * Math.PI * (week - 2)) / 52);
const YEARS_OF_SEASON = 2;
const QUARTERS = [0, 1, 2, 3] as const;

/** A handful of regulars who buy four times a year: days of sale are rare. */
const RARE: World = { name: 'rare sales', years: 3, newcomers: 0, fixed: 4, before: 1, nobodyLeaves: true };

/** The bars of shops whose change, season or closure is known (TRUTH 1, 2, 7–9). */
export const changeBars = (replications: number): Bar[] => {
  const seeds = Array.from({ length: replications }, (_, k) => 1000 + k);
  return [...directionBars(seeds), ...segmentBars(seeds), ...seasonBars(seeds), ...alarmBars(seeds)];
};

/** Who changed by less has no direction to be told. */
const A_TENTH = 0.1;

export const directionBars = (seeds: readonly number[]): Bar[] => {
  const pooled = (rate: readonly [number, number]) => {
    const shops = seeds.map((seed) => directionsOf(rate, A_TENTH, seed));
    const sum = (of: 'told' | 'clear' | 'opposite' | 'right'): number =>
      shops.reduce((total, shop) => total + shop[of], 0);
    return { power: sum('right') / sum('told'), opposite: sum('opposite') / Math.max(1, sum('clear')) };
  };
  const grow = Math.log(1.9);
  const [alike, own, change] = [pooled([grow, 0]), pooled([grow, 0.4]), pooled([0, 0.4])];
  return [
    atLeast('everybody grows 90 %: told so', alike.power, 0.45),
    atLeast('own changes of sd .4 around it, of a tenth or more: told rightly', own.power, 0.55),
    atMost('of clear directions opposite to the truth, everybody grows 90 %', alike.opposite, 0.04),
    atMost('of clear directions opposite to the truth, own changes of sd .4', change.opposite, 0.04),
  ];
};

const segmentBars = (seeds: readonly number[]): Bar[] => {
  const large = seeds.map((seed) => changedByValue(STEADY, 28_000, seed));
  const small = seeds.map((seed) => changedByValue({ ...STEADY, newcomers: 4.5 }, 28_000, seed));
  const groups = seeds.map((seed) => changedGroup(STEADY, seed));
  const members = (of: typeof large): string => String(Math.round(mean(of.map((each) => each.members))));
  const found = (of: typeof large): number => part(of.map((each) => each.found));
  return [
    atLeast(`a segment of ${members(large)} that truly changed by a third is found`, found(large), 0.75),
    atLeast(`one of ${members(small)}`, found(small), 0.4),
    atLeast(`a fixed group of ${members(groups)}`, found(groups), 0.55),
    atMost(
      'shops with a changed segment in which any is told the opposite',
      part([...large, ...small, ...groups].map((each) => each.opposite)),
      0.1,
    ),
  ];
};

const seasonBars = (seeds: readonly number[]): Bar[] => {
  const bars: Bar[] = [];
  for (const [name, season] of [
    ['Christmas', CHRISTMAS],
    ['summer', SUMMER],
  ] as const)
    for (const quarter of QUARTERS) {
      const shops = seeds.map((seed) =>
        quarterOf({ name, years: YEARS_OF_SEASON, newcomers: 8, before: 6, season }, quarter, seed),
      );
      const flagged = mean(shops.map((each) => each.flagged));
      const where = `${name}, ${quarter} quarters before June`;
      bars.push(
        atMost(`${where}: bias of the next 91 days`, Math.abs(mean(shops.map((each) => each.error))), 0.15),
        atLeast(`${where}: returners flagged`, flagged, 0.15),
        atMost(`${where}: returners flagged`, flagged, 0.35),
      );
    }
  for (const name of ['steady', 'growing']) {
    const shops = seeds.map((seed) => quarterOf(world(name), 0, seed));
    const bias = (of: 'error' | 'errorByCalendar'): number => Math.abs(mean(shops.map((each) => each[of])));
    bars.push(
      atMost(`${name}: bias beyond that by the calendar`, bias('error') - bias('errorByCalendar'), 0.02),
    );
  }
  return bars;
};

const alarmBars = (seeds: readonly number[]): Bar[] => {
  const shops = seeds.map((seed) => alarmsOf(STEADY, 0.1, seed));
  const rare = seeds.map((seed) => alarmsOf(RARE, 0.4, seed));
  return [
    atLeast('a day of 10 % of the year is found', part(shops.map(({ day }) => day)), 1),
    atLeast('one of 40 % where sales are rare', part(rare.map(({ day }) => day)), 1),
    atLeast('closures of 20 to 240 days are found', part(shops.map(({ closure }) => closure)), 1),
  ];
};
