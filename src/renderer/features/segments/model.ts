import type { Migration, Snapshot } from '../../../shared/model/migration.ts';
import type { OwnRules } from '../../../shared/model/own-rules.ts';
import type { RecipeThreshold, Segmentation } from '../../../shared/model/segment.ts';
import type { Format } from '../../ui/text/format-core.ts';
import { OWN_RULES, rulesOf } from './rules.ts';

/** What the owner is trying out, before it is applied. */
export type Draft = {
  readonly recipe: string;
  readonly thresholds: Readonly<Record<string, number>>;
  /** of the own rules, and only of them */
  readonly rules: OwnRules | null;
};

/** Where a draft starts: the recipe in force with the thresholds or the rules in force. */
export const draftOf = (segmentation: Segmentation): Draft | null => {
  const recipe = segmentation.recipe ?? segmentation.recipes[0]?.name;
  if (recipe === undefined) return null;
  return {
    recipe,
    thresholds: Object.fromEntries(segmentation.thresholds.map((t) => [t.id, t.value])),
    rules: recipe === OWN_RULES ? rulesOf(segmentation) : null,
  };
};

export const sameDraft = (a: Draft | null, b: Draft | null): boolean =>
  a !== null &&
  b !== null &&
  a.recipe === b.recipe &&
  Object.entries(a.thresholds).every(([id, value]) => b.thresholds[id] === value) &&
  Object.keys(a.thresholds).length === Object.keys(b.thresholds).length &&
  JSON.stringify(a.rules) === JSON.stringify(b.rules);

export const isSuggested = (thresholds: readonly RecipeThreshold[]): boolean =>
  thresholds.every((t) => t.value === t.suggested);

/** The slider's track: 0 to this. Money and counts are spaced by factors, so that small values can be met. */
export const TRACK = 200;

const isWide = (t: RecipeThreshold): boolean => t.max / Math.max(t.min, 1) > 50 && t.unit !== 'ratio';

export const trackOf = (t: RecipeThreshold, value: number): number => {
  if (t.max <= t.min) return 0;
  const share = isWide(t)
    ? Math.log(Math.max(value, 1) / Math.max(t.min, 1)) / Math.log(t.max / Math.max(t.min, 1))
    : (value - t.min) / (t.max - t.min);
  return Math.round(TRACK * Math.min(1, Math.max(0, share)));
};

/** The value at a place of the track, in steps somebody would say: three digits of money, tenths of a ratio. */
export const valueAt = (t: RecipeThreshold, place: number): number => {
  const share = place / TRACK;
  const low = Math.max(t.min, 1);
  const raw = isWide(t) ? low * (t.max / low) ** share : t.min + share * (t.max - t.min);
  const unit = unitOf(t, raw);
  return clamped(t, tidy(Math.round(raw / unit) * unit));
};

/** The value after a move of the slider: always another one, however fine the track. */
export const movedTo = (t: RecipeThreshold, place: number): number => {
  const value = valueAt(t, place);
  const direction = Math.sign(place - trackOf(t, t.value));
  if (direction === 0 || Math.sign(value - t.value) === direction) return value;
  return clamped(t, tidy(t.value + direction * unitOf(t, t.value)));
};

/** Takes off what binary fractions leave behind: 2.3000000000000003 is 2.3. */
const tidy = (value: number): number => Math.round(value * 100) / 100;

export const clamped = (t: RecipeThreshold, value: number): number => Math.min(t.max, Math.max(t.min, value));

const unitOf = (t: RecipeThreshold, value: number): number => {
  if (t.unit === 'ratio') return 0.1;
  if (t.unit !== 'money') return 1;
  return 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 2);
};

/** How many customers a segment gains or loses against what is in force; null where it is not comparable. */
export const differenceOf = (
  now: Segmentation['segments'][number],
  inForce: Segmentation | undefined,
): number | null => {
  const before = inForce?.segments.find((s) => s.name === now.name);
  return before === undefined ? null : now.customers - before.customers;
};

/** The earlier days that can be compared with: kept with a review, or when segments came into use. */
export const snapshotChoices = (
  snapshots: readonly Snapshot[],
  { from, to }: Pick<Migration, 'from' | 'to'>,
  format: Pick<Format, 'day' | 'count'>,
): { readonly value: string; readonly label: string }[] =>
  snapshots
    .filter(({ id, asOf }) => asOf < to.asOf || id === from.snapshot)
    .map(({ id, asOf, review }) => ({
      value: String(id),
      label: `${format.day(asOf)}${review === null ? '' : `, review ${format.count(review)}`}`,
    }));
