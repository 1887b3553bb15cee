import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type Remembered = { readonly bounds: Bounds; readonly maximized: boolean };

const SIZE = { width: 1280, height: 800 } as const;
/** So much of the window must be on a screen, or the owner could not take hold of it. */
const VISIBLE = 100;

const isBounds = (value: unknown): value is Bounds =>
  typeof value === 'object' &&
  value !== null &&
  (['x', 'y', 'width', 'height'] as const).every(
    (name) => name in value && Number.isSafeInteger((value as Readonly<Record<string, unknown>>)[name]),
  );

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/** The bounds as remembered if a good part of them is still on a screen, otherwise only a size. */
export const usableBounds = (
  remembered: Remembered | null,
  screens: readonly Bounds[],
): Partial<Bounds> & Pick<Bounds, 'width' | 'height'> => {
  const bounds = remembered?.bounds;
  if (bounds === undefined) return SIZE;
  const visible = screens.some(
    (screen) =>
      overlap(bounds.x, bounds.width, screen.x, screen.width) >= VISIBLE &&
      overlap(bounds.y, bounds.height, screen.y, screen.height) >= VISIBLE,
  );
  return visible ? bounds : SIZE;
};

const fileOf = (dataFolder: string): string => join(dataFolder, 'window.json');

export const readBounds = (dataFolder: string): Remembered | null => {
  try {
    const value: unknown = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8'));
    if (typeof value !== 'object' || value === null || !('bounds' in value) || !isBounds(value.bounds))
      return null;
    return { bounds: value.bounds, maximized: 'maximized' in value && value.maximized === true };
  } catch {
    return null;
  }
};

/** Where the window was is not worth a failure: it is forgotten if it cannot be written. */
export const writeBounds = (dataFolder: string, remembered: Remembered): void => {
  try {
    writeFileSync(fileOf(dataFolder), JSON.stringify(remembered), { mode: 0o600 });
  } catch {
    // a read-only folder
  }
};
