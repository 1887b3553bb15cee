export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Bubble = { readonly x: number; readonly y: number; readonly r: number; readonly width: number };

export type Label = { readonly x: number; readonly y: number; readonly align: 'left' | 'right' | 'center' };

const HEIGHT = 15;
const GAP = 5;
/** Right and left, above and below. */
const CORNERS = [
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Where the name of each bubble can be written: above it, below (the range lies left and right of it), right, left or at a
 * corner; the first place that meets no other bubble or name, and null where none is free: a name on another's bubble would
 * be read as that one's. The largest bubbles choose first.
 * @param bubbles in pixels, `width` being that of the name; @param others what else must stay free
 */
export const placeLabels = (
  bubbles: readonly Bubble[],
  area: Box,
  others: readonly Box[] = [],
): readonly (Label | null)[] => {
  const taken: Box[] = bubbles.map((b) => ({ x: b.x - b.r, y: b.y - b.r, width: 2 * b.r, height: 2 * b.r }));
  const result: (Label | null)[] = bubbles.map(() => null);
  const bySize = bubbles
    .map((_, i) => i)
    .sort((a, b) => (bubbles[b]?.r ?? 0) - (bubbles[a]?.r ?? 0) || a - b);
  for (const i of bySize) {
    const b = bubbles[i];
    if (!b) continue;
    const choices: readonly (Label & { readonly box: Box })[] = [
      { x: b.x, y: b.y - b.r - 10, align: 'center', box: boxAt(b.x - b.width / 2, b.y - b.r - 10, b.width) },
      { x: b.x, y: b.y + b.r + 10, align: 'center', box: boxAt(b.x - b.width / 2, b.y + b.r + 10, b.width) },
      { x: b.x + b.r + GAP, y: b.y, align: 'left', box: boxAt(b.x + b.r + GAP, b.y, b.width) },
      { x: b.x - b.r - GAP, y: b.y, align: 'right', box: boxAt(b.x - b.r - GAP - b.width, b.y, b.width) },
      ...CORNERS.map(([side, rise]) => {
        const x = b.x + side * (b.r * Math.SQRT1_2 + 2);
        const y = b.y + rise * (b.r * Math.SQRT1_2 + HEIGHT / 2 + 1);
        return {
          x,
          y,
          align: side > 0 ? ('left' as const) : ('right' as const),
          box: boxAt(side > 0 ? x : x - b.width, y, b.width),
        };
      }),
    ];
    const free = choices.find(
      (c) =>
        inside(c.box, area) &&
        taken.every((t, k) => k === i || !overlap(c.box, t)) &&
        !others.some((o) => overlap(c.box, o)),
    );
    if (!free) continue;
    taken.push(free.box);
    result[i] = { x: free.x, y: free.y, align: free.align };
  }
  return result;
};

const boxAt = (x: number, middle: number, width: number): Box => ({
  x,
  y: middle - HEIGHT / 2,
  width,
  height: HEIGHT,
});

const inside = (box: Box, area: Box): boolean =>
  box.x >= area.x &&
  box.y >= area.y &&
  box.x + box.width <= area.x + area.width &&
  box.y + box.height <= area.y + area.height;
