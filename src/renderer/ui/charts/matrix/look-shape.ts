/** A shape per segment in addition to its colour, so that colour is never the only sign. */
export const SHAPES = ['circle', 'rect', 'triangle', 'rectRot', 'triangleDown', 'rectRounded'] as const;
export type Shape = (typeof SHAPES)[number];
export const shapeOf = (colour: number): Shape => SHAPES[Math.abs(colour) % SHAPES.length] ?? 'circle';
