import { describe, expect, it } from 'vitest';
import { areasOf } from '../../../functions/core/early/areas.ts';
import { compileUnits } from '../../../functions/core/rules/unit-table.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const directory = smallDirectory();
directory.units.push({
  ...{ code: 'airport', kind: 'subdistrict', name: { zh: '机场街道' }, areaParent: 'city', from: 'made' },
});
const units = compileUnits(directory);

describe('the areas of a city', () => {
  it.each([
    ['a subdistrict', 'e1', ['e1', 'east', 'city']],
    ['a community, which is no area itself', 'e1-c1', ['e1', 'east', 'city']],
    ['a branch seated in a subdistrict', 'e1-water', ['e1', 'east', 'city']],
    ['a bureau of a district', 'east-water', ['east', 'city']],
    ['a district', 'west', ['west', 'city']],
    ['a subdistrict in no district', 'airport', ['airport', 'city']],
    ['a department', 'water', ['city']],
    ['the city', 'city', ['city']],
    ['a place nobody knows', 'nowhere', ['city']],
    ['no place', undefined, ['city']],
  ])('that hold %s are the smallest first, the city last', (_, place, holding) => {
    const areas = areasOf(units);

    expect(areas.holding(place)).toEqual(holding);
    expect(areas.holding(place)).toBe(areas.holding(place));
  });

  it('are the city, districts and places, each in the one around it', () => {
    const areas = areasOf(units);
    const each = ['city', 'east', 'e1', 'airport', 'nowhere'];

    expect(each.map(areas.kindOf)).toEqual(['city', 'district', 'place', 'place', 'place']);
    expect(each.map(areas.parentOf)).toEqual([undefined, 'city', 'east', 'city', undefined]);
  });

  it('are counted by kind: districts and subdistricts, no unit else', () => {
    const areas = areasOf(units);

    expect(areas.districts).toEqual(['east', 'west']);
    expect(areas.counts).toEqual({ city: 1, district: 2, place: 5 });
  });
});
