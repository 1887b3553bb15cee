import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/main/report/format.ts';
import { fitted, linesFor, textWidth } from '../../src/main/report/measure.ts';
import { placeLabels } from '../../src/main/report/svg/labels.ts';
import { drawable, matrixChart } from '../../src/main/report/svg/matrix.ts';
import { growthScale, linearTicks, logTicks, valueScale } from '../../src/main/report/svg/scale.ts';
import { minor } from '../../src/shared/model/money.ts';
import { aGrowth, aMatrix, aPointOf, aSegment } from './a-review-content.ts';

describe('scales', () => {
  test('a dividing line leaves at least 2/7 of the axis to either side', () => {
    for (const at of [growthScale([0.5, 0.6], 0).at(0), valueScale([900, 1000], 100).at(100)]) {
      expect(at).toBeGreaterThanOrEqual(2 / 7 - 1e-9);
      expect(at).toBeLessThanOrEqual(5 / 7 + 1e-9);
    }
  });

  test('growth beyond a tripling is pinned to the edge', () => {
    const scale = growthScale([0.1, 40], 0);
    expect([scale.pinned(40), scale.at(40), scale.pinned(0.1)]).toEqual([true, 1, false]);
  });

  test.each([
    [0, 100, [0, 20, 40, 60, 80, 100]],
    [-0.31, 0.22, [-0.2, 0, 0.2]],
  ])('ticks from %d to %d are round numbers', (lo, hi, expected) => {
    expect(linearTicks(lo, hi).map((t) => Math.round(t * 1e6) / 1e6)).toEqual(expected);
  });

  test('ticks of a log axis are 1, 2, 5 while they are few, decades where they are many', () => {
    expect(logTicks(40, 600)).toEqual([50, 100, 200, 500]);
    expect(logTicks(1, 1e9).length).toBeLessThanOrEqual(5);
  });

  test('any values give finite places between 0 and 1, in their order', () => {
    const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -1e12, max: 1e12 }), (values, line) => {
        const scale = valueScale(values, line);
        const places = values.toSorted((a, b) => a - b).map(scale.at);
        expect(places.every((p) => p >= 0 && p <= 1)).toBe(true);
        expect(places.every((p, i) => i === 0 || p >= (places[i - 1] ?? 0))).toBe(true);
        expect(scale.ticks.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('labels', () => {
  const plot = { x: 0, y: 0, w: 400, h: 300 };
  const lineWithin = (l: { box: { x: number; y: number; w: number; h: number } }): boolean =>
    l.box.x >= -0.5 && l.box.y >= -0.5 && l.box.x + l.box.w <= 400.5 && l.box.y + l.box.h <= 300.5;

  test('stand beside their bubbles, inside the plot, apart from each other', () => {
    const bubbles = [
      { x: 390, y: 20, r: 20 },
      { x: 200, y: 150, r: 20 },
      { x: 215, y: 160, r: 10 },
      { x: 10, y: 290, r: 5 },
    ];
    const wanted = bubbles.map((bubble, i) => ({
      number: String(i),
      name: 'Best customers',
      note: '',
      bubble,
    }));
    const labels = placeLabels(wanted, plot, [], []);
    expect(labels.every(lineWithin)).toBe(true);
    for (const [i, a] of labels.entries()) {
      for (const b of labels.slice(i + 1)) {
        const apart =
          a.box.x + a.box.w <= b.box.x ||
          b.box.x + b.box.w <= a.box.x ||
          a.box.y + a.box.h <= b.box.y ||
          b.box.y + b.box.h <= a.box.y;
        expect(apart).toBe(true);
      }
    }
  });

  test('no name lies on the bubble of another, however crowded: there is only its number then', () => {
    const spot = fc.record({
      x: fc.integer({ min: 20, max: 380 }),
      y: fc.integer({ min: 20, max: 280 }),
      r: fc.integer({ min: 4, max: 22 }),
    });
    fc.assert(
      fc.property(fc.array(spot, { minLength: 2, maxLength: 8 }), (bubbles) => {
        const wanted = bubbles.map((bubble, i) => ({
          number: String(i + 1),
          name: 'Slipping customers',
          note: '',
          bubble,
        }));
        placeLabels(wanted, plot, [], []).forEach(({ name, box }, i) => {
          if (name === '') return;
          for (const [k, { x, y, r }] of bubbles.entries()) {
            const within = (edge: number, size: number, middle: number): number =>
              Math.min(edge + size, middle + r) - Math.max(edge, middle - r);
            const [across, down] = [within(box.x, box.w, x), within(box.y, box.h, y)];
            expect(k === i || across <= 0 || down <= 0 || across * down <= 0.5).toBe(true);
          }
        });
      }),
    );
  });

  test('a name that does not fit is shortened with an ellipsis', () => {
    const [label] = placeLabels(
      [{ number: '1', name: 'x'.repeat(200), note: '', bubble: { x: 200, y: 150, r: 10 } }],
      plot,
      [],
      [],
    );
    expect(label?.name.endsWith('…')).toBe(true);
  });
});

describe('measure', () => {
  test('a shortened text fits, and no letter is cut in two', () => {
    const family = '👨‍👩‍👧‍👦'.repeat(10);
    expect(textWidth(fitted(family, 12, 100), 12)).toBeLessThanOrEqual(100);
    expect(fitted(family, 12, 100).replace('…', '').length % '👨‍👩‍👧‍👦'.length).toBe(0);
  });

  test('lines are at least one and at most as many as the page allows', () => {
    expect([linesFor('', 9, 100, 3), linesFor('word '.repeat(500), 9, 100, 3)]).toEqual([1, 3]);
  });
});

describe('the chart', () => {
  const draw = (over: Parameters<typeof aSegment>[0][]): string => {
    const segments = over.map((o, i) => aSegment({ id: i + 1, ...o }));
    const numbered = drawable(segments.map((s, i) => ({ number: String(i + 1), point: aPointOf(s) })));
    return matrixChart({
      matrix: aMatrix(),
      numbered,
      formats: formats('en-IE', 'EUR'),
      width: 400,
      height: 280,
    }).markup;
  };

  test('leaves out what has no growth', () => {
    const unknown = { ...aGrowth(), value: null };
    expect(draw([{}, { growth: unknown }]).match(/<circle/g)).toHaveLength(1);
  });

  test('areas of bubbles go with revenue', () => {
    const radii = [
      ...draw([{ revenue: minor(8_000_000) }, { revenue: minor(2_000_000) }]).matchAll(/ r="([\d.]+)"/g),
    ].map((m) => Number(m[1]));
    expect((radii[0] ?? 0) / (radii[1] ?? 1)).toBeCloseTo(2, 1);
  });

  test('growth that is off the axis is written out', () => {
    expect(draw([{ growth: aGrowth({ value: 45 }) }, {}])).toContain('(&gt; +999%)');
  });

  test('is named by its finding for whoever cannot see it', () => {
    expect(draw([{}])).toContain(`role="img" aria-label="${aMatrix().finding}"`);
  });
});
