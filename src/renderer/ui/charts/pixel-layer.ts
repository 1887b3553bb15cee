import type { Chart, Plugin } from 'chart.js';
import { drawPixels, type PixelPoints, type PixelView } from './pixels.ts';

/**
 * A layer of very many points below the datasets of a chart. The bitmap is kept until the view changes: a redraw
 * for another reason costs one `drawImage`. (`putImageData` would ignore clip and scale.)
 */
export const pixelLayer = (points: () => PixelPoints | null): Plugin => {
  let drawn: { readonly points: PixelPoints; readonly key: string; readonly bitmap: OffscreenCanvas } | null =
    null;

  const bitmapOf = (view: PixelView, wanted: PixelPoints): OffscreenCanvas | null => {
    const key = Object.values(view).join(' ');
    if (drawn && drawn.key === key && drawn.points === wanted) return drawn.bitmap;
    const bitmap = new OffscreenCanvas(view.width, view.height);
    const ctx = bitmap.getContext('2d');
    if (!ctx) return null;
    const image = ctx.createImageData(view.width, view.height);
    drawPixels(wanted, view, new Uint32Array(image.data.buffer));
    ctx.putImageData(image, 0, 0);
    drawn = { points: wanted, key, bitmap };
    return bitmap;
  };

  return {
    id: 'pixels',
    beforeDatasetsDraw: (chart: Chart) => {
      const wanted = points();
      const { x, y } = chart.scales;
      const { left, top, width, height } = chart.chartArea;
      const ratio = chart.currentDevicePixelRatio;
      if (!wanted || !x || !y || width < 1 || height < 1) return;
      const view = {
        width: Math.round(width * ratio),
        height: Math.round(height * ratio),
        ratio,
        xMin: x.min,
        xMax: x.max,
        yMin: y.min,
        yMax: y.max,
      };
      const bitmap = bitmapOf(view, wanted);
      if (bitmap) chart.ctx.drawImage(bitmap, left, top, width, height);
    },
  };
};
