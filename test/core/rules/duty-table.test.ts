import { expect, it } from 'vitest';
import type { DutyList } from '../../../functions/core/duties/duty-schema.ts';
import { compileDuties, pushedDown } from '../../../functions/core/rules/duty-table.ts';
import { compileItems } from '../../../functions/core/rules/item-table.ts';
import { compileUnits } from '../../../functions/core/rules/unit-table.ts';
import { says } from '../../support/overlaid-city.ts';
import { smallCatalogue, smallItem } from '../catalogue/small-catalogue.ts';
import { smallDirectory } from '../directory/small-directory.ts';

const name = { zh: '供水', en: 'Water' };
const list: DutyList = {
  schema: 'citywhistle/duties@1',
  id: 'small',
  provenance: { made: { assumption: 'made for a test' } },
  boards: [
    {
      code: 'C',
      name,
      duties: [
        { code: 'C1', name, part: 'assist', leads: 'water', items: ['0101-01'], from: 'made' },
        { code: 'C2', name, part: 'lead', items: ['0101-02'], from: 'made' },
      ],
    },
  ],
};
const policy = {
  list: says('duties'),
  appliesTo: says(['triage' as const]),
  outside: says('allowed' as const),
};

function against(code: string, item = 0) {
  const directory = smallDirectory();
  const grid = { code: 'e1-g1', kind: 'grid' as const, name: { zh: '网格' }, areaParent: 'e1-c1' };
  const units = compileUnits({ ...directory, units: [...directory.units, { ...grid, from: 'made' }] });
  const catalogue = smallCatalogue(['0101-01', '0101-02', '0101-03'].map((code) => smallItem({ code })));
  const items = compileItems(catalogue, units, {
    tiers: new Map([['general', 0]]),
    classes: new Map([['general', 0]]),
  });
  const rules = { duties: compileDuties(list, policy, items, units), rollout: {}, units };
  return pushedDown(rules, 'triage', item, units.byCode.get(code)!, 0);
}

const leadInstead = (code: string) => against(code)?.duty?.leadUnit;

it('names the duty and who leads, and has nothing against what a subdistrict leads or no duty covers', () => {
  expect(against('e1')).toEqual({
    rule: 'duties.list',
    duty: { code: 'C1', ...name, leadUnit: 'east-water' },
  });
  expect(against('e1', 1)).toBeUndefined();
  expect(against('e1', 2)).toBeUndefined();
});

it('counts a community or a grid as its subdistrict, and names the bureau of that district', () => {
  expect(leadInstead('e1')).toBe('east-water');
  expect(leadInstead('e1-c1')).toBe('east-water');
  expect(leadInstead('e1-g1')).toBe('east-water');
});

it('names the department itself where the district has no bureau of it', () => {
  expect(leadInstead('w1')).toBe('water');
});

it('binds nobody but subdistricts and what lies below them: neither a branch there, nor a district or department', () => {
  expect(['e1-water', 'east', 'water', 'pipes', 'city'].map(leadInstead)).toEqual(Array(5).fill(undefined));
});
