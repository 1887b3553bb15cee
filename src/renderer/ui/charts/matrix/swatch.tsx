import { segmentVariable } from '../../palette.ts';
import { type Shape, shapeOf } from './look-shape.ts';
import classes from './matrix.module.css';

type Props = { readonly colour: number; readonly shaped?: boolean };

const PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M7 1.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z',
  rect: 'M2 2h10v10H2z',
  triangle: 'M7 1l6 11H1z',
  triangleDown: 'M7 13L1 2h12z',
  rectRot: 'M7 .5L13.500 7 7 13.500 .5 7z',
  rectRounded: 'M4 2h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
};

/** The mark of a segment as the matrix draws it: its colour, and its shape where customers are drawn. */
export const Swatch = ({ colour, shaped = true }: Props) => (
  <svg viewBox="0 0 14 14" className={classes.swatch} aria-hidden="true" focusable="false">
    <path d={PATHS[shaped ? shapeOf(colour) : 'circle']} style={{ fill: segmentVariable(colour) }} />
  </svg>
);
