import { describe, expect, it } from 'vitest';
import { compilePlaces } from '../../../functions/core/places/compile-places.ts';
import { parseShapes } from '../../../functions/core/places/place-shapes.ts';
import { type PlaceQuery, resolvePlace } from '../../../functions/core/places/resolve-place.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** `east` is a square with a hole and an exclave inside the hole; `west` fills the rest of the hole's neighbour. */
const shapes = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'east',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [[square(10, 10, 10), square(12, 12, 4)], [square(13, 13, 1)]],
      },
    },
    { type: 'Feature', id: 'west', geometry: { type: 'Polygon', coordinates: [square(0, 10, 10)] } },
  ],
};

const directory = smallDirectory();
const resolve = (query: PlaceQuery) => {
  const outlines = parseShapes(shapes, directory);
  const places = compilePlaces(directory, outlines.ok ? outlines.value : undefined);
  const result = resolvePlace(places, query);
  return result.ok ? result.value : result.error;
};
const byAddress = (unit: string, matched: string) => ({ unit, reason: { by: 'address', matched } });

describe('resolvePlace by a unit code', () => {
  it.each([
    ['e1', 'e1', '八里庄街道'],
    ['east', 'east', '朝阳区'],
    ['e1-c1', 'e1', '八里庄街道'],
    ['e1-water', 'e1', '八里庄街道'],
    ['east-water', 'east', '朝阳区'],
  ])('takes %s for %s, %s', (unitCode, unit, matched) => {
    expect(resolve({ unitCode })).toEqual({ unit, reason: { by: 'unitCode', matched } });
  });

  it.each(['nowhere', 'water', 'pipes', 'city', '', '__proto__'])(
    'refuses "%s", which has no place',
    (unitCode) => {
      expect(resolve({ unitCode })).toEqual({ code: 'UNKNOWN_UNIT', unitCode });
    },
  );
});

describe('resolvePlace by an address', () => {
  it.each([
    ['朝阳区八里庄街道红庙路3号', 'e1', '八里庄街道'],
    ['海淀区八里庄北里', 'w1', '八里庄'],
    ['海淀八里庄', 'w1', '八里庄'],
    ['小城望京公园南门', 'e2', '望京公园'],
    ['十里堡社区2号楼', 'e1', '十里堡社区'],
  ])('finds the subdistrict of %s', (address, unit, matched) => {
    expect(resolve({ address })).toEqual(byAddress(unit, matched));
  });

  it('falls back to the district where no subdistrict of it is named', () => {
    expect(resolve({ address: '朝阳区红庙路' })).toEqual(byAddress('east', '朝阳区'));
    expect(resolve({ address: '海淀区望京路' })).toEqual(byAddress('west', '海淀区'));
  });

  it('takes a name that a district shares with its own subdistrict for the district', () => {
    expect(resolve({ address: '海淀' })).toEqual(byAddress('west', '海淀'));
    expect(resolve({ address: '海淀区海淀街道' })).toEqual(byAddress('w2', '海淀街道'));
  });

  it('lets a full district name outrank a road that is called like another district', () => {
    expect(resolve({ address: '海淀区朝阳路' })).toEqual(byAddress('west', '海淀区'));
  });

  it('lets a full subdistrict name outrank a road that is called like a district', () => {
    expect(resolve({ address: '海淀路望京街道' })).toEqual(byAddress('e2', '望京街道'));
  });

  it('prefers a full name, then the longest, among several subdistricts of a district', () => {
    expect(resolve({ address: '朝阳区望京街道八里庄路' })).toEqual(byAddress('e2', '望京街道'));
    expect(resolve({ address: '朝阳区望京路八里庄' })).toEqual(byAddress('e1', '八里庄'));
    expect(resolve({ address: '朝阳区望京街道八里庄新家园路' })).toEqual(byAddress('e2', '望京街道'));
  });

  it('takes the longest name where no district is named', () => {
    expect(resolve({ address: '望京路八里庄新家园' })).toEqual(byAddress('e1', '八里庄新家园'));
  });

  it('finds a subdistrict that lies in no district, as some cities have', () => {
    const small = smallDirectory();
    const unit = { code: 's1', kind: 'subdistrict' as const, name: { zh: '沙河街道' }, areaParent: 'city' };
    const without = compilePlaces({ ...small, units: [...small.units, { ...unit, from: 'made' }] });

    expect(resolvePlace(without, { address: '沙河街道1号' })).toEqual({
      ok: true,
      value: byAddress('s1', '沙河街道'),
    });
    expect(without.districtOf.get('s1')).toBe('s1');
  });

  it('refuses a name of two districts and lists the candidates', () => {
    expect(resolve({ address: '八里庄' })).toEqual({
      code: 'AMBIGUOUS_PLACE',
      matched: '八里庄',
      candidates: ['e1', 'w1'],
    });
    expect(resolve({ address: '八里庄街道' })).toMatchObject({ candidates: ['e1', 'w1'] });
  });

  it('refuses two districts, and names that contradict each other', () => {
    expect(resolve({ address: '朝阳区与海淀区交界' })).toMatchObject({ candidates: ['east', 'west'] });
    expect(resolve({ address: '海淀望京' })).toMatchObject({ candidates: ['e2', 'west'] });
  });

  it('finds nothing where nothing is named', () => {
    expect(resolve({ address: '火星一号' })).toEqual({ code: 'PLACE_NOT_FOUND', missing: 'name' });
    expect(resolve({ address: '' })).toEqual({ code: 'PLACE_NOT_FOUND', missing: 'name' });
    expect(resolve({ address: '水务局' })).toEqual({ code: 'PLACE_NOT_FOUND', missing: 'name' });
  });
});

describe('resolvePlace by the address of another province', () => {
  it.each(['河北省望京街道', '中华人民共和国河北省望京街道', '  中国 河北省望京街道'])(
    'finds “%s” outside the city',
    (address) => {
      expect(resolve({ address })).toEqual({ code: 'PLACE_OUTSIDE_CITY' });
    },
  );

  it('finds what gives the name of the city too, or the province later, where it says', () => {
    expect(resolve({ address: '河北省小城望京街道' })).toEqual(byAddress('e2', '望京街道'));
    expect(resolve({ address: '望京街道河北省宾馆' })).toEqual(byAddress('e2', '望京街道'));
  });
});

describe('resolvePlace by coordinates', () => {
  it.each([
    ['inside an outline', 11, 11, 'east'],
    ['in the exclave inside the hole', 13.5, 13.5, 'east'],
    ['in the neighbour', 5, 15, 'west'],
    ['on the border of two', 10, 15, 'east'],
  ])('finds the district of a point %s', (_, lng, lat, unit) => {
    const matched = unit === 'east' ? '朝阳区' : '海淀区';

    expect(resolve({ lng, lat })).toEqual({ unit, reason: { by: 'coordinates', matched } });
  });

  it('says that a point in a hole or beyond the outlines is outside the city', () => {
    expect(resolve({ lng: 15, lat: 12.5 })).toEqual({ code: 'PLACE_OUTSIDE_CITY' });
    expect(resolve({ lng: 100, lat: 15 })).toEqual({ code: 'PLACE_OUTSIDE_CITY' });
    expect(resolve({ lng: 180, lat: 90 })).toEqual({ code: 'PLACE_OUTSIDE_CITY' });
    expect(resolve({ lng: -180, lat: -90 })).toEqual({ code: 'PLACE_OUTSIDE_CITY' });
  });

  it.each([
    [Number.NaN, 15],
    [15, Number.NaN],
    [181, 15],
    [15, -91],
    [Number.POSITIVE_INFINITY, 15],
  ])('refuses (%s, %s), which is no place on earth', (lng, lat) => {
    expect(resolve({ lng, lat })).toEqual({ code: 'PLACE_NOT_FOUND', missing: 'coordinates' });
  });

  it('says that a city without outlines cannot be searched', () => {
    const result = resolvePlace(compilePlaces(directory), { lng: 11, lat: 11 });

    expect(result).toEqual({ ok: false, error: { code: 'PLACE_NOT_FOUND', missing: 'shapes' } });
  });
});

describe('parseShapes', () => {
  it('refuses an outline of a unit that is no district or subdistrict', () => {
    const parsed = parseShapes({ ...shapes, features: [{ ...shapes.features[1], id: 'water' }] }, directory);

    expect(parsed).toEqual({
      ok: false,
      error: [{ path: 'features[0].id', reason: 'there is no district or subdistrict water' }],
    });
  });

  it('takes outlines of districts and of subdistricts', () => {
    const parsed = parseShapes({ ...shapes, features: [{ ...shapes.features[1], id: 'e1' }] }, directory);

    expect(parsed).toMatchObject({ ok: true, value: { features: [{ id: 'e1' }] } });
  });

  it.each([
    ['to the north', [0, 1]],
    ['to the east', [1, 0]],
  ])('refuses a ring that ends %s of where it begins', (_, end) => {
    const open = { type: 'Polygon', coordinates: [[...square(0, 0, 1).slice(0, 4), end]] };
    const parsed = parseShapes(
      { ...shapes, features: [{ type: 'Feature', id: 'east', geometry: open }] },
      directory,
    );

    expect(parsed).toMatchObject({ ok: false, error: [{ reason: 'a ring must end where it begins' }] });
  });
});
