import { fitted, textWidth } from '../measure.ts';
import type { Bubble } from './bubble.ts';

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

export type Anchor = 'start' | 'middle' | 'end';

/** A label that has found its place; `name` is empty where only the number fits. */
export type Label = {
  readonly box: Box;
  readonly number: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
};

/** `note` follows the name and is not shortened with it. */
export type Wanted = {
  readonly number: string;
  readonly name: string;
  readonly note: string;
  readonly bubble: Bubble;
};

const SIZE = 12;
const ASCENT = 10;
const HEIGHT = 14;
const SPACE = 4;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

const boxOf = ({ x, y, r }: Bubble): Box => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });

export const labelWidth = (number: string, name: string): number =>
  textWidth(number, SIZE, 'bold') + (name === '' ? 0 : SIZE * 0.4 + textWidth(name, SIZE, 'bold'));

const placed = (width: number, label: Pick<Label, 'x' | 'y' | 'anchor'>): Box => {
  const shift = { start: 0, middle: width / 2, end: width }[label.anchor];
  return { x: label.x - shift, y: label.y - ASCENT, w: width, h: HEIGHT };
};

/** Where a label may stand, in the order a reader prefers. */
const around = ({ x, y, r }: Bubble): readonly Pick<Label, 'x' | 'y' | 'anchor'>[] => {
  // Far enough down or up that a range's line through the bubble stays free.
  const d = r * Math.SQRT1_2 + 2;
  const rise = d + 3;
  return [
    { x: x + r + SPACE, y: y + SIZE / 3, anchor: 'start' },
    { x: x - r - SPACE, y: y + SIZE / 3, anchor: 'end' },
    { x, y: y - r - SPACE, anchor: 'middle' },
    { x, y: y + r + SPACE + ASCENT, anchor: 'middle' },
    { x: x + d, y: y - rise, anchor: 'start' },
    { x: x + d, y: y + rise + ASCENT - 3, anchor: 'start' },
    { x: x - d, y: y - rise, anchor: 'end' },
    { x: x - d, y: y + rise + ASCENT - 3, anchor: 'end' },
  ];
};

const OUTSIDE = 1000;
/** A name on another's bubble would be read as that one's: rather none but the number. */
const ON_ANOTHER = 5000;
/** A shortened name is worse than none crossing another label, better than covering one. */
const SHORTENED = [0, 40, 160];

/**
 * Places each label beside its bubble so that labels, bubbles and `taken` boxes overlap as little as possible and few
 * `lines` run through a word; the first wanted ones choose first.
 */
export const placeLabels = (
  wanted: readonly Wanted[],
  plot: Box,
  taken: readonly Box[],
  lines: readonly Box[],
): readonly Label[] => {
  const boxes = [...taken];
  return wanted.map(({ number, name, note, bubble }) => {
    const longest = plot.w * 0.62;
    const noted = (room: number): string => {
      const rest = note === '' ? '' : ` ${note}`;
      return `${fitted(name, SIZE, room - textWidth(rest, SIZE, 'bold'), 'bold')}${rest}`;
    };
    const names = [noted(longest), noted(longest * 0.55), ''];
    let best: { readonly label: Label; readonly cost: number } | null = null;
    for (const [i, shown] of names.entries()) {
      const shortened = SHORTENED[i] ?? 0;
      const width = labelWidth(number, shown);
      for (const [place, spot] of around(bubble).entries()) {
        const box = placed(width, spot);
        const label: Label = { number, name: shown, box, ...spot };
        const outside = box.w * box.h - overlap(box, plot) > 0.5 ? OUTSIDE : 0;
        const others = wanted
          .filter((w) => w.bubble !== bubble)
          .reduce((sum, w) => sum + overlap(box, boxOf(w.bubble)), 0);
        const covered = boxes.reduce((sum, b) => sum + overlap(box, b), 0);
        const crossed = lines.reduce((sum, line) => sum + Math.min(30, 3 * overlap(box, line)), 0);
        const wrong = shown !== '' && others > 0.5 ? ON_ANOTHER : 0;
        const cost = outside + shortened + place + wrong + others * 0.6 + covered * 2 + crossed;
        if (best === null || cost < best.cost) best = { label, cost };
      }
    }
    if (best === null) throw new RangeError('a label needs at least one place');
    boxes.push(best.label.box);
    return best.label;
  });
};
