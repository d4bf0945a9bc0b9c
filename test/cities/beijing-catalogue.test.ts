import { expect, it } from 'vitest';
import { catalogueItems } from '../../functions/core/catalogue/catalogue-items.ts';
import { checkCatalogue } from '../../functions/core/catalogue/check-catalogue.ts';
import { parseLeadRule } from '../../functions/core/catalogue/lead-rule.ts';
import { readCity } from './read-city.ts';

const { directory, catalogue } = readCity('beijing');
const items = catalogueItems(catalogue).map(({ item }) => item);
const tiers = ['emergency', 'basics', 'general', 'complex'];

it('holds at least 150 items in 15 groups', () => {
  expect(catalogue.groups).toHaveLength(15);
  expect(items.length).toBeGreaterThanOrEqual(150);
});

it('names only units of the directory and tiers of the four', () => {
  expect(checkCatalogue(catalogue, directory, tiers)).toEqual([]);
});

it('uses each tier, and the dispatch class that goes with it', () => {
  const pairs = new Set(items.map(({ tier, dispatchClass }) => `${tier}/${dispatchClass}`));

  expect([...pairs].sort()).toEqual([
    'basics/basics',
    'complex/general',
    'emergency/emergency',
    'general/general',
  ]);
});

it('marks the tier of each ordinary and complex item as an assumption', () => {
  const marked = items.map(({ tier, from }) => [tier, Object.keys(catalogue.provenance[from]!)[0]].join());

  expect([...new Set(marked)].sort()).toEqual([
    'basics,basis',
    'complex,assumption',
    'emergency,basis',
    'general,assumption',
  ]);
});

it('claims the published 24 hours only for water, electricity, gas and heat', () => {
  expect(items.filter(({ tier, code }) => tier === 'basics' && !code.startsWith('01'))).toEqual([]);
});

it('gives every item between 3 and 8 keywords, a supervisor, and names in both languages', () => {
  const odd = items.filter(
    ({ keywords, supervisor, name }) =>
      keywords.length < 3 ||
      keywords.length > 8 ||
      supervisor === undefined ||
      !/[\u4e00-\u9fff]/.test(name.zh) ||
      /[\u4e00-\u9fff]/.test(name.en),
  );

  expect(odd.map(({ code }) => code)).toEqual([]);
});

it('leads along a line only where the districts have a bureau of that department', () => {
  const lines = new Set(
    directory.units.filter(({ kind }) => kind === 'bureau').map(({ lineParent }) => lineParent),
  );
  const used = items
    .flatMap(({ lead, helpers }) => [lead, ...helpers])
    .map(parseLeadRule)
    .flatMap((rule) => (rule.type === 'line' ? [rule.unit] : []));

  expect(used.filter((line) => !lines.has(line))).toEqual([]);
});

it('gives each code to the group and subgroup it begins with', () => {
  for (const group of catalogue.groups) {
    for (const subgroup of group.subgroups) {
      expect(subgroup.code.startsWith(group.code)).toBe(true);
      expect(subgroup.items.every(({ code }) => code.startsWith(`${subgroup.code}-`))).toBe(true);
    }
  }
});
