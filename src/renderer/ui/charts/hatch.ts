/**
 * A diagonal hatch in `ink` over `ground`: the mark of "too few orders to say" and of sales without a customer,
 * readable without colour.
 */
export const hatch = (ink: string, ground: string, step = 6): CanvasPattern | string => {
  const scale = window.devicePixelRatio || 1;
  const side = Math.round(step * scale);
  const tile = document.createElement('canvas');
  tile.width = side;
  tile.height = side;
  const ctx = tile.getContext('2d');
  if (!ctx) return ground;
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, side, side);
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6 * scale;
  ctx.beginPath();
  for (const shift of [-side, 0, side]) {
    ctx.moveTo(shift - 1, side + 1);
    ctx.lineTo(shift + side + 1, -1);
  }
  ctx.stroke();
  const pattern = ctx.createPattern(tile, 'repeat');
  if (!pattern) return ground;
  pattern.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern;
};
