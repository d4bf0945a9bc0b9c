import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePlaces } from '../../functions/core/places/compile-places.ts';
import { parseShapes } from '../../functions/core/places/place-shapes.ts';
import { type PlaceQuery, resolvePlace } from '../../functions/core/places/resolve-place.ts';
import { cityText, readCity } from './read-city.ts';

const { directory } = readCity('beijing');
const shapes = parseShapes(JSON.parse(cityText('beijing', 'shapes.geojson')), directory);
if (!shapes.ok) throw new Error(JSON.stringify(shapes.error));
const places = compilePlaces(directory, shapes.value);
const unitOf = (query: PlaceQuery) => {
  const result = resolvePlace(places, query);
  return result.ok ? result.value.unit : result.error.code;
};
const subdistricts = directory.units.filter(({ kind }) => kind === 'subdistrict');
const nameOf = new Map(directory.units.map(({ code, name }) => [code, name.zh]));

describe('Beijing by address', () => {
  it('finds every subdistrict by its district and its name', () => {
    const lost = subdistricts.filter(
      ({ code, name, areaParent }) =>
        unitOf({ address: `北京市${nameOf.get(areaParent!)}${name.zh}1号` }) !== code,
    );

    expect(lost.map(({ name }) => name.zh)).toEqual([]);
  });

  it('finds every subdistrict by its name alone, unless that repeats', () => {
    const refused = subdistricts.filter(({ code, name }) => unitOf({ address: name.zh }) !== code);

    expect(refused.map(({ name }) => name.zh)).toEqual(['八里庄街道', '八里庄街道']);
  });

  it.each([
    ['朝阳区八里庄街道十里堡北里', '110105015'],
    ['海淀区八里庄北里', '110108005'],
    ['八里庄', 'AMBIGUOUS_PLACE'],
    ['东风', 'AMBIGUOUS_PLACE'],
    ['房山区东风街道', '110111005'],
    ['朝阳东风乡', '110105030'],
    ['朝阳区朝阳门外大街18号', '110105'],
    ['大兴国际机场到达层', '110115406'],
    ['天通苑西二区', 'AMBIGUOUS_PLACE'],
    ['浦东新区世纪大道', 'PLACE_NOT_FOUND'],
  ])('resolves %s to %s', (address, unit) => {
    expect(unitOf({ address })).toBe(unit);
  });
});

describe('an address that begins with another province', () => {
  it.each([
    '河北省石家庄市',
    '上海市朝阳路1号',
    '山东省海淀镇',
    '上海市浦东新区',
    '中国广东省深圳市',
    '河北省三河市燕郊镇',
  ])('is outside the city, whatever its streets are called: %s', (address) => {
    expect(unitOf({ address })).toBe('PLACE_OUTSIDE_CITY');
  });

  it.each([
    ['北京市房山区河北镇', '110111107'],
    ['房山区河北镇', '110111107'],
    ['中国北京市东城区东华门街道', '110101001'],
  ])('is not what a name of ours makes it: %s', (address, unit) => {
    expect(unitOf({ address })).toBe(unit);
  });
});

describe('Beijing by coordinates', () => {
  it.each([
    ['天安门', 39.9087, 116.3975, '110101'],
    ['中关村', 39.984, 116.316, '110108'],
    ['望京', 39.996, 116.481, '110105'],
    ['首都机场 (an exclave of 朝阳)', 40.0725, 116.5951, '110105'],
    ['八达岭', 40.3597, 116.02, '110119'],
    ['天津', 39.125, 117.19, 'PLACE_OUTSIDE_CITY'],
    ['上海', 31.23, 121.47, 'PLACE_OUTSIDE_CITY'],
  ])('takes %s to its district', (_, lat, lng, unit) => {
    expect(unitOf({ lat, lng })).toBe(unit);
  });

  it('agrees with turf on the real outlines (seed 12345)', () => {
    const lngs = fc.double({ min: 115.4, max: 117.6, noNaN: true });
    const lats = fc.double({ min: 39.4, max: 41.1, noNaN: true });
    fc.assert(
      fc.property(lngs, lats, (lng, lat) => {
        const containing = shapes.value.features
          .filter(({ geometry }) => booleanPointInPolygon([lng, lat], geometry))
          .map(({ id }) => id);
        const unit = unitOf({ lat, lng });

        expect(containing.length === 0 ? ['PLACE_OUTSIDE_CITY'] : containing).toContain(unit);
      }),
      { seed: 12345, numRuns: 500 },
    );
  });
});
