import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, type Polygon, type Ring } from '../../../functions/core/places/is-inside.ts';

const seed = 12345;
type Point = [number, number];

/** A star-shaped ring around a centre: simple (no edge crosses another) but seldom convex. */
const starRing = (centre: Point, radii: readonly number[]): Ring => {
  const points = radii.map((radius, i): Point => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
  return [...points, points[0]!];
};

const radii = (min: number, max: number) =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: 3, maxLength: 12 });
const centre = fc.tuple(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.double({ min: -3, max: 3, noNaN: true }),
);
/** An outline of radius 2 to 5 (its edges stay 0.9 from the centre) with a hole of at most 0.5 around the centre. */
const polygon = fc
  .tuple(centre, radii(2, 5), fc.option(radii(0.1, 0.5)))
  .map(
    ([middle, outer, hole]): Polygon => [
      starRing(middle, outer),
      ...(hole === null ? [] : [starRing(middle, hole)]),
    ],
  );
const coordinate = fc.double({ min: -8, max: 8, noNaN: true });

const mutable = (shape: Polygon): Point[][] => shape.map((ring) => ring.map(([x, y]): Point => [x, y]));

describe('isInside', () => {
  it(`agrees with turf on polygons with and without holes (seed ${seed})`, () => {
    fc.assert(
      fc.property(polygon, coordinate, coordinate, (shape, lng, lat) => {
        const expected = booleanPointInPolygon([lng, lat], { type: 'Polygon', coordinates: mutable(shape) });

        expect(isInside(shape, lng, lat)).toBe(expected);
      }),
      { seed, numRuns: 5_000 },
    );
  });

  it(`agrees with turf near the centre, where the hole is (seed ${seed})`, () => {
    const offset = fc.double({ min: -0.7, max: 0.7, noNaN: true });
    fc.assert(
      fc.property(radii(2, 5), radii(0.1, 0.5), offset, offset, (outer, hole, lng, lat) => {
        const shape = [starRing([0, 0], outer), starRing([0, 0], hole)];
        const expected = booleanPointInPolygon([lng, lat], { type: 'Polygon', coordinates: mutable(shape) });

        expect(isInside(shape, lng, lat)).toBe(expected);
      }),
      { seed, numRuns: 5_000 },
    );
  });

  it('puts each point of a shared border into exactly one of two neighbours', () => {
    const west: Polygon = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ];
    const east: Polygon = [
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
        [1, 0],
      ],
    ];

    for (const lat of [0, 0.25, 0.5, 0.99]) {
      expect([isInside(west, 1, lat), isInside(east, 1, lat)].filter(Boolean)).toHaveLength(1);
    }
  });

  it('takes what is not a number for a point outside', () => {
    const square: Polygon = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ];

    expect(isInside(square, Number.NaN, 0.5)).toBe(false);
    expect(isInside(square, 0.5, Number.NaN)).toBe(false);
  });
});
