import { describe, expect, it } from 'vitest';
import { isOwnArea, territoryOf } from '../../../functions/core/rules/own-area.ts';
import { compileUnits } from '../../../functions/core/rules/unit-table.ts';
import { smallDirectory } from '../directory/small-directory.ts';

function compiled() {
  const directory = smallDirectory();
  directory.units.push(
    { code: 'e1-g1', kind: 'grid', name: { zh: '网格' }, areaParent: 'e1-c1', from: 'made' },
    { code: 'e1-pool', kind: 'organisation', name: { zh: '志愿者' }, areaParent: 'e1-c1', from: 'made' },
  );
  const units = compileUnits(directory);
  return { units, unit: (code: string) => units.byCode.get(code)! };
}

const places = ['east', 'west', 'e1', 'e2', 'w1', 'w2'];

describe('the territory of a unit', () => {
  it.each([
    ['city', 'city'],
    ['east', 'east'],
    ['e1', 'e1'],
    ['e1-c1', 'e1-c1'],
    ['e1-g1', 'e1-g1'],
    ['water', 'city'],
    ['east-water', 'east'],
    ['e1-water', 'e1'],
    ['pipes', 'city'],
    ['e1-pool', 'e1-c1'],
  ])('%s is %s: an area itself, else where the unit is seated', (code, territory) => {
    const { units, unit } = compiled();

    expect(units.codes[territoryOf(units, unit(code))]).toBe(territory);
  });
});

describe('the own area of a unit', () => {
  it.each([
    ['city', places],
    ['water', places],
    ['east', ['east', 'e1', 'e2']],
    ['east-water', ['east', 'e1', 'e2']],
    ['e1', ['e1']],
    ['e1-water', ['e1']],
    ['e1-c1', ['e1']],
    ['e1-g1', ['e1']],
    ['e1-pool', ['e1']],
  ])('%s is %j: what lies in its territory, or the subdistrict that it lies in', (code, own) => {
    const { units, unit } = compiled();

    expect(places.filter((place) => isOwnArea(units, unit(code), unit(place)))).toEqual(own);
  });
});
