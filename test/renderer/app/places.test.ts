import { describe, expect, test } from 'vitest';
import { pathSteps } from '../../../src/renderer/app/frame/path-steps.ts';
import { COMMANDS } from '../../../src/renderer/app/navigation/commands.ts';
import { entryOf, isAt, namedBelow, PLACES } from '../../../src/renderer/app/navigation/places.ts';
import { keyHelp, SHORTCUTS } from '../../../src/renderer/app/navigation/shortcuts.ts';
import { matchingEntries, mentions, paletteEntries } from '../../../src/renderer/app/palette/entries.ts';

const NAMED = PLACES.flatMap((place) => [place, ...namedBelow(place)]);
const SCREENS = PLACES.flatMap((place) => ('tabs' in place ? place.tabs : [place, ...(place.pages ?? [])]));

const titles = (query: string, open = true, next: Parameters<typeof matchingEntries>[2] = null) =>
  matchingEntries(query, open, next).map((entry) => entry.title);

describe('the registry of places', () => {
  test('a place is where its addresses are, and nowhere else', () => {
    const at = (pathname: string) => PLACES.filter((p) => isAt(p, pathname)).map((p) => p.title);
    expect(at('/customers/12')).toEqual(['Customers']);
    expect(at('/portfolio/segments')).toEqual(['Portfolio']);
    expect(at('/reviews')).toEqual(['Reviews']);
    expect(at('/customersomething')).toEqual([]);
  });

  test('tabs and further screens lie below their place', () => {
    for (const place of PLACES) {
      const below = 'tabs' in place ? place.tabs : (place.pages ?? []);
      for (const { path } of below) expect(path.startsWith(`${place.path}/`)).toBe(true);
    }
  });

  test('no address and no title is declared twice', () => {
    const paths = SCREENS.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const names = NAMED.map(({ title }) => title);
    expect(new Set(names).size).toBe(names.length);
  });

  test('each step of the path to the first review leads to a place', () => {
    const known = [...PLACES.map(entryOf), ...PLACES.flatMap(namedBelow).map(({ path }) => path)];
    for (const { to } of pathSteps([])) expect(known).toContain(to.split('?')[0]);
  });
});

describe('the palette', () => {
  test.each(NAMED)('reaches $title by its name and by each of its words', ({ title, words }) => {
    for (const query of [title, ...words.split(' ')]) expect(titles(query)).toContain(title);
  });

  test('leads each entry of a place to an address that has a screen', () => {
    const known = SCREENS.map(({ path }) => path);
    for (const { run } of paletteEntries(true, null)) if (run.kind === 'go') expect(known).toContain(run.to);
  });

  test('finds by how a word begins', () => {
    expect(titles('set')).toEqual(['Settings']);
    expect(titles('ett')).toEqual([]);
    expect(titles('switch')).toEqual(['Open a portfolio']);
  });

  test('offers undo only where there is something to undo', () => {
    expect(titles('undo')).toEqual([]);
    expect(titles('undo', true, { undo: 'the import', redo: null })).toEqual(['Undo']);
  });

  test.each([
    ['re', true],
    ['ENDT', true],
    ['ulm', true],
    ['lena@', true],
    ['retention', false],
  ])('a customer found for an earlier text stays for %j: %s', (typed, stays) => {
    expect(mentions({ name: 'Lena Ahrendt', city: 'Ulm', email: 'lena@example.com' }, typed)).toBe(stays);
    expect(mentions({ name: 'Lena Ahrendt', city: null, email: null }, 'ulm')).toBe(false);
  });

  test('without a portfolio there are no places, but the ways to one', () => {
    expect(titles('', false)).toEqual(['Open a portfolio', 'New portfolio', 'Import your sales']);
  });
});

describe('the help on keys', () => {
  const help = keyHelp('Ctrl').map(({ keys, does }) => `${keys.join(' ')}: ${does}`);

  test('lists what people have in their fingers', () => {
    for (const line of ['Ctrl K: Go anywhere, find any customer', 'Ctrl N: New portfolio', 'Ctrl Y: Redo'])
      expect(help).toContain(line);
    expect(help).toContain('Ctrl Shift Z: Redo');
    expect(help).toContain('Ctrl I: Import sales');
  });

  test('lists every shortcut of a place and of a command, each combination once', () => {
    const declared = [
      ...PLACES.flatMap(({ shortcut }) => shortcut ?? []),
      ...Object.values(COMMANDS).map(({ shortcut }) => shortcut),
    ];
    expect(SHORTCUTS).toHaveLength(declared.length);
    const combinations = declared.flatMap(({ keys }) => keys);
    expect(new Set(combinations).size).toBe(combinations.length);
    expect(help).toHaveLength(combinations.length);
    for (const { does } of declared) expect(help.some((line) => line.endsWith(`: ${does}`))).toBe(true);
  });
});
