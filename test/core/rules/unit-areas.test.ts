import { describe, expect, it } from 'vitest';
import { unitFor } from '../../../functions/core/rules/item-table.ts';
import {
  bureauOf,
  compileUnits,
  isInArea,
  isPartOf,
  isWithin,
  noUnit,
} from '../../../functions/core/rules/unit-table.ts';
import { smallDirectory } from '../directory/small-directory.ts';

function compiled() {
  const directory = smallDirectory();
  directory.units.push(
    { code: 'e1-g1', kind: 'grid', name: { zh: '网格' }, areaParent: 'e1', from: 'made' },
    { code: 'e1-pool', kind: 'organisation', name: { zh: '志愿者' }, areaParent: 'e1-c1', from: 'made' },
  );
  const units = compileUnits(directory);
  const unit = (code: string) => units.byCode.get(code)!;
  const all = (holds: (unit: number) => boolean) => units.codes.filter((code) => holds(unit(code)));
  return { units, unit, all };
}

describe('a unit', () => {
  it('is in an area with its communities and grids, not as an outpost or a body seated there', () => {
    const { units, unit, all } = compiled();

    expect(all((one) => isInArea(units, one, unit('e1')))).toEqual(['e1', 'e1-c1', 'e1-g1']);
    expect(all((one) => isInArea(units, one, unit('east')))).toEqual(['east', 'e1-c1', 'e1-g1']);
  });

  it('is part of every area above it', () => {
    const { units, unit, all } = compiled();
    const ofE1 = ['e1', 'e1-water', 'e1-c1', 'e1-g1', 'e1-pool'];

    expect(all((one) => isPartOf(units, one, unit('e1')))).toEqual(ofE1);
    expect(all((one) => isPartOf(units, one, unit('city')))).toEqual(units.codes);
    expect(isPartOf(units, noUnit, unit('city'))).toBe(false);
  });

  it('is within what is above it by area or by line, and nowhere where it is none', () => {
    const { units, unit, all } = compiled();
    const ofWater = ['water', 'east-water', 'e1-water', 'pipes'];

    expect(all((one) => isWithin(units, one, unit('water')))).toEqual(ofWater);
    expect(isWithin(units, noUnit, noUnit)).toBe(false);
  });

  it('belongs to the district above it, a district to itself, the others to the city', () => {
    const { units, unit } = compiled();
    const districts = units.codes.map((code) => units.codes[units.district[unit(code)]!]);

    expect(Object.fromEntries(units.codes.map((code, n) => [code, districts[n]]))).toMatchObject({
      city: 'city',
      east: 'east',
      'e1-pool': 'east',
      w2: 'west',
      water: 'city',
      pipes: 'city',
      'east-water': 'east',
    });
  });

  it('has a parent by area and by line where the directory gives one, and none elsewhere', () => {
    const { units, unit } = compiled();
    const parents = (code: string) =>
      [units.areaParent, units.lineParent].map((parent) => units.codes[parent[unit(code)]!]);

    expect(parents('e1-water')).toEqual(['e1', 'east-water']);
    expect(parents('east')).toEqual(['city', undefined]);
    expect(parents('city')).toEqual([undefined, undefined]);
  });
});

describe('who leads', () => {
  it.each(['e1', 'east', 'e1-c1'])('by line at %s is the bureau of its district', (place) => {
    const { units, unit } = compiled();

    expect(units.codes[bureauOf(units, unit(place), unit('water'))]).toBe('east-water');
  });

  it.each(['w1', 'west', 'city', 'water'])(
    'by line at %s, where there is no bureau, is the department',
    (place) => {
      const { units, unit } = compiled();

      expect(units.codes[bureauOf(units, unit(place), unit('water'))]).toBe('water');
    },
  );

  it('at a place is the place, its district or the one unit that a rule names', () => {
    const { units, unit } = compiled();
    const lead = (type: 'subdistrict' | 'district' | 'unit', place: number) =>
      units.codes[unitFor({ type, unit: unit('pipes') }, place, units)];

    expect(lead('subdistrict', unit('w1'))).toBe('w1');
    expect(lead('district', unit('w1'))).toBe('west');
    expect(lead('unit', unit('w1'))).toBe('pipes');
    expect(lead('unit', noUnit)).toBe('pipes');
    expect(unitFor({ type: 'subdistrict', unit: noUnit }, noUnit, units)).toBe(noUnit);
  });
});
