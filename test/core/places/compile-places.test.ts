import { describe, expect, it } from 'vitest';
import { compilePlaces } from '../../../functions/core/places/compile-places.ts';
import { isInside } from '../../../functions/core/places/is-inside.ts';
import { parseShapes } from '../../../functions/core/places/place-shapes.ts';
import { resolvePlace } from '../../../functions/core/places/resolve-place.ts';
import { smallDirectory } from '../directory/small-directory.ts';

describe('the places of a city', () => {
  it('are known by the names of districts, subdistricts, communities and places, and by nothing else', () => {
    const directory = smallDirectory();
    directory.places.push(
      { name: '水厂', unit: 'water', from: 'made' },
      { name: '公园', aliases: ['望京公园'], unit: 'e2', from: 'made' },
    );
    const { matcher, targetsOf } = compilePlaces(directory);
    const district = (unit: string, isFullName: boolean) => ({ unit, isDistrict: true, isFullName });
    const street = (unit: string, isFullName: boolean) => ({ unit, isDistrict: false, isFullName });

    expect(matcher.patterns.map((pattern, n) => [pattern, targetsOf[n]])).toEqual([
      ['朝阳区', [district('east', true)]],
      ['朝阳', [district('east', false)]],
      ['海淀区', [district('west', true)]],
      ['海淀', [district('west', false), street('w2', false)]],
      ['八里庄街道', [street('e1', true), street('w1', true)]],
      ['八里庄', [street('e1', false), street('w1', false)]],
      ['八里庄新家园', [street('e1', false)]],
      ['海淀街道', [street('w2', true)]],
      ['望京街道', [street('e2', true)]],
      ['望京', [street('e2', false)]],
      ['十里堡社区', [street('e1', true)]],
      ['望京公园', [street('e2', true)]],
      ['公园', [street('e2', true)]],
    ]);
  });

  it('are of the units that lie in a district, each in its subdistrict where it has one', () => {
    expect([...compilePlaces(smallDirectory()).areaOf]).toEqual([
      ...['east', 'west', 'e1', 'w1', 'w2', 'e2'].map((code) => [code, code]),
      ['east-water', 'east'],
      ['e1-water', 'e1'],
      ['e1-c1', 'e1'],
    ]);
  });

  it('are of the city wherever that stands in the file, and of none where there is none', () => {
    const directory = smallDirectory();
    const units = directory.units.filter(({ kind }) => kind !== 'city');

    expect(compilePlaces({ ...directory, units: directory.units.toReversed() }).cityName).toBe('小城');
    expect(compilePlaces({ ...directory, units }).cityName).toBe('');
  });
});

describe('outlines', () => {
  const ring = (...points: [number, number][]) => [...points, points[0]!];
  const read = (coordinates: unknown) =>
    parseShapes(
      {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id: 'east', geometry: { type: 'Polygon', coordinates } }],
      },
      smallDirectory(),
    );

  it('hold the middle of a diamond, on a line with two of its corners', () => {
    const diamond = ring([0, -1], [1, 0], [0, 1], [-1, 0]);

    expect(isInside([diamond], 0, 0)).toBe(true);
    expect(isInside([diamond], 0.9, 0)).toBe(true);
    expect(isInside([diamond], 1.1, 0)).toBe(false);
  });

  it('hold their southern and western border, not the other two', () => {
    const shapes = read([ring([10, 10], [20, 10], [20, 20], [10, 20])]);
    const places = compilePlaces(smallDirectory(), shapes.ok ? shapes.value : undefined);
    const at = (lng: number, lat: number) => resolvePlace(places, { lng, lat }).ok;

    expect([at(15, 10), at(10, 15), at(10, 10)]).toEqual([true, true, true]);
    expect([at(15, 20), at(20, 15)]).toEqual([false, false]);
  });

  it.each([[[[]]], [[[[0, 0]]]], [[]]])(
    'without enough points are refused, not tripped over: %j',
    (coordinates) => {
      expect(read(coordinates).ok).toBe(false);
    },
  );
});
