import type { Growth, Quadrant } from '../../../../shared/model/customer.ts';
import type { Matrix, MatrixPoint } from '../../../../shared/model/matrix.ts';
import type { Format } from '../../text/format-core.ts';
import { growthOf, growthUnits, type ValueScale, valueAtUnits, valueUnits } from './scale.ts';

export type Lines = { readonly value: number; readonly growth: number };

export type Area = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
};

export const QUADRANT_TITLES: Readonly<Record<Quadrant, string>> = {
  invest: 'Invest',
  protect: 'Protect',
  develop: 'Develop',
  simplify: 'Simplify',
};

/** High value and low growth is top left. */
export const QUADRANT_CORNERS: Readonly<
  Record<Quadrant, 'top left' | 'top right' | 'bottom left' | 'bottom right'>
> = { protect: 'top left', invest: 'top right', simplify: 'bottom left', develop: 'bottom right' };

export const xOfGrowth = (area: Area, growth: number): number =>
  area.left + ((growthUnits(growth) - area.xMin) / (area.xMax - area.xMin)) * area.width;

export const yOfValue = (area: Area, scale: ValueScale, value: number): number =>
  area.top + ((area.yMax - valueUnits(scale, value)) / (area.yMax - area.yMin)) * area.height;

/** A growth line is set in whole percents, between −95 % and the end of the axis. */
export const growthAt = (area: Area, x: number): number => {
  const units = area.xMin + ((x - area.left) / area.width) * (area.xMax - area.xMin);
  return Math.min(9, Math.max(-0.95, Math.round(growthOf(units) * 100) / 100)) || 0;
};

/** A value line is set to two digits, as somebody would say it: 1,200, not 1,187.43. */
export const valueAt = (area: Area, scale: ValueScale, y: number): number => {
  const units = area.yMax - ((y - area.top) / area.height) * (area.yMax - area.yMin);
  return roundValue(valueAtUnits(scale, units));
};

export const roundValue = (value: number): number => {
  if (!(value > 0)) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
};

/** The next value line when a key moves it by one step. */
export const steppedValue = (scale: ValueScale, value: number, steps: number): number => {
  const units = valueUnits(scale, Math.max(value, 1));
  const moved = roundValue(valueAtUnits(scale, units + (steps * (scale.max - scale.min)) / 60));
  const direction = Math.sign(steps);
  if (Math.sign(moved - value) === direction) return moved;
  // below the axis, or a step smaller than the digits one says
  return Math.max(0, value + direction * 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1));
};

export const steppedGrowth = (growth: number, steps: number): number =>
  Math.min(9, Math.max(-0.95, Math.round((growth + steps / 100) * 100) / 100)) || 0;

/** Growth with its range in one line. */
export const growthText = (growth: Growth, format: Pick<Format, 'growth' | 'change'>): string => {
  if (growth.value === null) return growth.reason ?? 'too few purchases to tell';
  const range =
    growth.lo !== null && growth.hi !== null
      ? ` (${format.change(growth.lo)} to ${format.change(growth.hi)})`
      : '';
  return `${format.growth(growth.value)}${range}`;
};

export const directionText = (growth: Growth): string => {
  switch (growth.direction) {
    case 'rising':
      return 'clearly rising';
    case 'declining':
      return 'clearly declining';
    case 'unclear':
      return 'too few orders to say';
    case 'not-available':
      return 'growth not available';
  }
};

/** A sentence with exactly one full stop, for labels made of several. */
export const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The rows of the table view: dearest first, and only those of one segment where one is picked. */
export const tableRows = (matrix: Matrix, onlySegment: number | null): readonly MatrixPoint[] =>
  matrix.points
    .filter((p) => onlySegment === null || p.segment === onlySegment)
    .sort((a, b) => b.value - a.value || a.id - b.id);

/** "12 customers", "3 segments". */
export const subjectCount = (
  count: number,
  subject: Matrix['subject'],
  format: Pick<Format, 'counted'>,
): string => format.counted(count, subject === 'segments' ? 'segment' : 'customer');
