import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ICNS_TYPES, type IconPng, icnsOf, icoOf } from '../../scripts/icon-containers.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const RESOURCES = join(ROOT, 'resources');
const PNG_HEAD = '89504e470d0a1a0a';
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const read = (name: string): Buffer => readFileSync(join(RESOURCES, name));
const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Width and height as the picture itself says. */
const measure = (png: Buffer): readonly number[] => {
  expect(png.subarray(0, 8).toString('hex')).toBe(PNG_HEAD);
  expect(png.toString('latin1', 12, 16)).toBe('IHDR');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

describe('the icons', () => {
  test('are those that were made from this drawing', () => {
    const sums = JSON.parse(read('icons.json').toString()) as Readonly<Record<string, string>>;
    const files = [
      'icon.svg',
      'icon.ico',
      'icon.icns',
      ...readdirSync(join(RESOURCES, 'icons')).map((n) => `icons/${n}`),
    ];
    expect(Object.keys(sums).sort()).toEqual([...files].sort());
    for (const name of files) expect([name, sumOf(read(name))]).toEqual([name, sums[name]]);
  });

  test.each(SIZES)('have a picture of %i px', (size) => {
    expect(measure(read(`icons/${size}x${size}.png`))).toEqual([size, size]);
  });

  test('have a Windows file whose directory leads to each picture', () => {
    const ico = read('icon.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
      const entry = ico.subarray(6 + 16 * at, 22 + 16 * at);
      const size = entry[0] === 0 ? 256 : Number(entry[0]);
      const from = entry.readUInt32LE(12);
      const png = ico.subarray(from, from + entry.readUInt32LE(8));
      expect(measure(png)).toEqual([size, size]);
      expect(png.equals(read(`icons/${size}x${size}.png`))).toBe(true);
      return size;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  test('have a macOS file whose elements fill it', () => {
    const icns = read('icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const found: Record<string, number> = {};
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const [width, height] = measure(icns.subarray(at + 8));
      expect(width).toBe(height);
      found[icns.toString('latin1', at, at + 4)] = Number(width);
    }
    expect(found).toEqual(ICNS_TYPES);
  });

  test('are refused where a container cannot hold them', () => {
    const png = Buffer.alloc(4);
    expect(() => icoOf([{ size: 512, png }])).toThrow(RangeError);
    expect(() => icnsOf([16, 32].map((size): IconPng => ({ size, png })))).toThrow('64 px');
  });

  test.each([
    ['src/renderer/index.html', /href="\.\.\/\.\.\/(resources\/[^"]+)"/g, 2],
    ['electron-builder.yml', /(?:icon: |- )(resources\/\S+)/g, 4],
    ['README.md', /src="(resources\/[^"]+)"/g, 1],
  ])('that %s names exist', (file, pattern, count) => {
    const named = [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].map(([, path]) =>
      String(path),
    );
    expect(named).toHaveLength(count);
    for (const path of named) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
  });
});
