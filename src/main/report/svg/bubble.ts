import type { Html } from '../html.ts';
import { html, NOTHING } from '../html.ts';

export type Bubble = { readonly x: number; readonly y: number; readonly r: number };

const STEP = 4.5;

/**
 * The lines of a hatch as chords of the circle. A pattern fill would do the same on screen, but printers' drivers turn
 * patterns into pictures; these stay lines.
 */
const chords = ({ x, y, r }: Bubble): string => {
  const inner = r - 0.5;
  const count = Math.floor((2 * inner) / STEP);
  const offset = (2 * inner - count * STEP) / 2;
  const diagonal = Math.SQRT1_2;
  const at = (n: number): string => (Math.round(n * 100) / 100).toString();
  return Array.from({ length: count + 1 }, (_, i) => {
    const d = -inner + offset + i * STEP;
    const half = Math.sqrt(Math.max(0, inner * inner - d * d));
    const [mx, my] = [x + d * diagonal, y + d * diagonal];
    return `M${at(mx - half * diagonal)} ${at(my + half * diagonal)}L${at(mx + half * diagonal)} ${at(my - half * diagonal)}`;
  }).join('');
};

/** A bubble; hatched where its direction is unclear. */
export const bubble = (b: Bubble, hatched: boolean): Html => html`
  <circle class="${hatched ? 'bubble open' : 'bubble'}" cx="${b.x}" cy="${b.y}" r="${b.r}"/>
  ${hatched ? html`<path class="hatch" d="${chords(b)}"/>` : NOTHING}`;
