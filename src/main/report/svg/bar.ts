import type { Html } from '../html.ts';
import { html } from '../html.ts';

/** A share of a whole as a bar from zero; hidden from screen readers, as its number stands beside it. */
export const shareBar = (share: number, width: number, height: number): Html => {
  const filled = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * width;
  return html`<svg class="bar" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><rect class="bar-all" x="0" y="0" width="${width}" height="${height}"/><rect class="bar-part" x="0" y="0" width="${filled}" height="${height}"/></svg>`;
};
