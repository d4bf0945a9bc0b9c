import { expect, it } from 'vitest';
import { compileItems, unitFor } from '../../../functions/core/rules/item-table.ts';
import { compileUnits, noUnit } from '../../../functions/core/rules/unit-table.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const keys = {
  tiers: new Map([
    ['general', 4],
    ['basics', 2],
  ]),
  classes: new Map([
    ['general', 1],
    ['emergency', 0],
  ]),
};

function compiled() {
  const units = compileUnits(smallDirectory());
  const catalogue = smallCatalogue([
    smallItem({ code: 'a' }),
    smallItem({
      code: 'b',
      tier: 'basics',
      dispatchClass: 'emergency',
      lead: 'line:water',
      helpers: ['unit:pipes', 'subdistrict'],
      supervisor: 'water',
    }),
    smallItem({ code: 'c', lead: 'line:water', helpers: ['unit:pipes', 'subdistrict'] }),
    smallItem({ code: 'd', lead: 'unit:pipes', helpers: ['district'] }),
  ]);
  return { table: compileItems(catalogue, units, keys), unit: (code: string) => units.byCode.get(code)! };
}

it('has each item of a catalogue in a row of its own, in the order of the file', () => {
  const { table, unit } = compiled();

  expect(table.count).toBe(4);
  expect(table.codes).toEqual(['a', 'b', 'c', 'd']);
  expect([...table.byCode]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 3],
  ]);
  expect([...table.tier]).toEqual([4, 2, 4, 4]);
  expect([...table.dispatchClass]).toEqual([1, 0, 1, 1]);
  expect([...table.trade]).toEqual([noUnit, unit('water'), noUnit, noUnit]);
  expect(table.leadRules).toEqual([
    'catalogue.a.lead=subdistrict',
    'catalogue.b.lead=line:water',
    'catalogue.c.lead=line:water',
    'catalogue.d.lead=unit:pipes',
  ]);
});

it('knows who leads and who helps, a unit by its place in the directory', () => {
  const { table, unit } = compiled();

  expect(table.lead).toEqual([
    { type: 'subdistrict', unit: noUnit },
    { type: 'line', unit: unit('water') },
    { type: 'line', unit: unit('water') },
    { type: 'unit', unit: unit('pipes') },
  ]);
  expect(table.helpers).toEqual([
    [],
    [
      { type: 'unit', unit: unit('pipes') },
      { type: 'subdistrict', unit: noUnit },
    ],
    [
      { type: 'unit', unit: unit('pipes') },
      { type: 'subdistrict', unit: noUnit },
    ],
    [{ type: 'district', unit: noUnit }],
  ]);
});

it('takes a unit that is named for itself, though the district has a bureau of it', () => {
  const units = compileUnits(smallDirectory());
  const unit = (code: string) => units.byCode.get(code)!;
  const leads = (type: 'unit' | 'line') =>
    units.codes[unitFor({ type, unit: unit('water') }, unit('e1'), units)];

  expect([leads('unit'), leads('line')]).toEqual(['water', 'east-water']);
});

it('keeps the same rule, and the same list of helpers, but once', () => {
  const { table } = compiled();

  expect(table.lead[1]).toBe(table.lead[2]);
  expect(table.helpers[1]).toBe(table.helpers[2]);
  expect(table.helpers[1]![0]).toBe(table.lead[3]);
});
