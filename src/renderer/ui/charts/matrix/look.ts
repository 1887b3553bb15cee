import type { PointStyle } from 'chart.js';
import { hatch } from '../hatch.ts';
import { type PixelPoints, packedColour } from '../pixels.ts';
import { type ChartTheme, segmentColour } from '../theme.ts';
import { type Cloud, NO_COLOUR } from './cloud.ts';
import { type Shape, shapeOf } from './look-shape.ts';

/** Above this many points Chart.js is too slow to draw each as a shape. */
export const MOST_SHAPES = 5_000;

export type Sizes = { readonly smallest: number; readonly largest: number };

export const sizesFor = (subject: 'segments' | 'customers', points: number, compact: boolean): Sizes => {
  if (points > MOST_SHAPES) return { smallest: 1.4, largest: 5 };
  const shrink = compact ? 0.5 : 1;
  return subject === 'segments'
    ? { smallest: 9 * shrink, largest: 42 * shrink }
    : { smallest: points > 1_500 ? 3 : 4, largest: 20 * shrink };
};

/** Area in proportion to revenue, never too small to see. */
export const radiusOf = (sizes: Sizes, weight: number): number =>
  Math.max(sizes.smallest, sizes.largest * Math.sqrt(weight));

const tint = (hex: string, alpha: number): string =>
  `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;

export type ShapeLook = {
  readonly fill: (CanvasPattern | string)[];
  readonly edge: string[];
  readonly shape: PointStyle[];
  readonly turn: number[];
};

/** @param only the colour place of the one segment to bring out, or null for all */
export const shapeLook = (
  cloud: Cloud,
  theme: ChartTheme,
  subject: 'segments' | 'customers',
  only: number | null,
): ShapeLook => {
  const colours = [...Array(9).keys()].map((place) =>
    place === 8 ? theme.quiet : segmentColour(theme, place),
  );
  const hatches = colours.map((c) => hatch(c, theme.surface, subject === 'segments' ? 7 : 5));
  const at = (colour: number): number => (colour === NO_COLOUR ? 8 : colour % 8);
  const shapeFor = (colour: number): Shape =>
    subject === 'segments' || colour === NO_COLOUR ? 'circle' : shapeOf(colour);
  const out = (colour: number): boolean => only !== null && colour !== only;
  const each = <T>(pick: (colour: number, unclear: boolean) => T): T[] =>
    Array.from(cloud.colour, (colour, i) => pick(colour, cloud.unclear[i] === 1));
  return {
    fill: each((colour, unclear) => {
      if (out(colour)) return tint(theme.quiet.startsWith('#') ? theme.quiet : '#8b939c', 0.14);
      return unclear ? (hatches[at(colour)] ?? theme.quiet) : tint(colours[at(colour)] ?? '#8b939c', 0.78);
    }),
    edge: each((colour) => (out(colour) ? tint('#8b939c', 0.3) : (colours[at(colour)] ?? theme.quiet))),
    shape: each((colour) => {
      const shape = shapeFor(colour);
      return shape === 'triangleDown' ? 'triangle' : shape;
    }),
    turn: each((colour) => (shapeFor(colour) === 'triangleDown' ? 180 : 0)),
  };
};

export const pixelLook = (
  cloud: Cloud,
  theme: ChartTheme,
  sizes: Sizes,
  only: number | null,
): PixelPoints => {
  const n = cloud.x.length;
  const colours = theme.segments.map((c) => packedColour(c));
  const none = packedColour(theme.quiet.startsWith('#') ? theme.quiet : '#8b939c');
  const faded = packedColour('#8b939c', 60);
  const look = {
    x: cloud.x,
    y: cloud.y,
    radius16: new Uint8Array(n),
    colour: new Uint32Array(n),
    hatched: cloud.unclear,
  };
  for (let i = 0; i < n; i++) {
    look.radius16[i] = Math.round(16 * radiusOf(sizes, cloud.weight[i] ?? 0));
    const colour = cloud.colour[i] ?? NO_COLOUR;
    look.colour[i] =
      only !== null && colour !== only
        ? faded
        : colour === NO_COLOUR
          ? none
          : (colours[colour % colours.length] ?? none);
  }
  return look;
};
