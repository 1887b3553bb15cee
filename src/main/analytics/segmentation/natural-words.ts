import { capital } from '../../../shared/words.ts';

type Level = 'low' | 'middle' | 'high';

const levelOf = (value: number, [low, high]: readonly [number, number]): Level =>
  value < low ? 'low' : value > high ? 'high' : 'middle';

const SPENDERS: Readonly<Record<Level, string>> = {
  high: 'big spenders',
  middle: 'middle spenders',
  low: 'small spenders',
};

/**
 * A name and something to do for each natural group, by where its typical customer stands among all.
 * @param typical per group: revenue, purchase days, days since the last purchase
 * @param terciles the thirds of all customers on the same measures
 */
export const groupWords = (
  typical: readonly (readonly number[])[],
  terciles: readonly (readonly [number, number])[],
): { readonly name: string; readonly whatToDo: string }[] => {
  const taken = new Map<string, number>();
  return typical.map(([revenue = 0, days = 0, silence = 0]) => {
    const spend = levelOf(revenue, terciles[0]!);
    const often =
      days < 1.5 ? 'one-time' : { high: 'frequent', middle: '', low: 'rare' }[levelOf(days, terciles[1]!)];
    const lately = levelOf(silence, terciles[2]!);
    const since = { low: ', seen lately', middle: '', high: ', long silent' }[lately];
    const name = capital(`${often} ${SPENDERS[spend]}${since}`.trim());
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return {
      name: before === 0 ? name : `${name} (${before + 1})`,
      whatToDo: whatToDo(spend, lately, days < 1.5),
    };
  });
};

const whatToDo = (spend: Level, silence: Level, once: boolean): string => {
  if (silence === 'high')
    return spend === 'high'
      ? 'They spent a lot and have not been back: call them.'
      : 'One friendly reminder with a reason to come back; then let them be.';
  if (spend === 'high')
    return 'Know them by name, serve them first, and ask once a quarter what they need next.';
  return once
    ? 'Make the second purchase easy: thank them and give them a reason to return.'
    : 'Keep the rhythm, and show them what they have not tried yet.';
};
