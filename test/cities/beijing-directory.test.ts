import { expect, it } from 'vitest';
import { builders } from '../../sim/city-data/commands/build.ts';
import { cityText, readCity } from './read-city.ts';

const { directory } = readCity('beijing');
const ofKind = (kind: string) => directory.units.filter((unit) => unit.kind === kind);

it('holds the city as it is linked to the hotline: 16 districts, 343 subdistricts, 6 zones, 65 departments, 49 enterprises', () => {
  expect({
    cities: ofKind('city').map(({ code }) => code),
    districts: ofKind('district').length,
    subdistricts: ofKind('subdistrict').filter(({ zone }) => !zone).length,
    zones: ofKind('subdistrict').filter(({ zone }) => zone).length,
    departments: ofKind('department').length,
    enterprises: ofKind('enterprise').length,
  }).toEqual({
    cities: ['110000'],
    districts: 16,
    subdistricts: 343,
    zones: 6,
    departments: 65,
    enterprises: 49,
  });
});

it('gives each district the population of the census, whose sum is the city', () => {
  const sum = ofKind('district').reduce((total, { weight = 0 }) => total + weight, 0);

  expect(sum).toBe(21_893_095);
});

it('gives every district the same bureaus, each under its department, all marked as placeholders', () => {
  const bureaus = ofKind('bureau');
  const lines = [...Map.groupBy(bureaus, ({ areaParent }) => areaParent).values()].map((ofDistrict) =>
    ofDistrict.map(({ lineParent }) => lineParent).join(),
  );

  expect(lines).toHaveLength(16);
  expect(new Set(lines).size).toBe(1);
  expect(
    bureaus.every(({ placeholder, from }) => placeholder && 'assumption' in directory.provenance[from]!),
  ).toBe(true);
});

it('marks every enterprise but the four with a known name as a placeholder', () => {
  const known = ofKind('enterprise').filter(({ placeholder }) => !placeholder);

  expect(known.map(({ code }) => code)).toEqual(['ent-water', 'ent-drainage', 'ent-gas', 'ent-power']);
  expect(
    ofKind('enterprise')
      .filter(({ placeholder }) => placeholder)
      .every(({ name }) => name.zh.includes('占位')),
  ).toBe(true);
});

it('gives the police, market and justice branches of each subdistrict to the bureaus of its district', () => {
  const branches = ofKind('branch').filter(({ areaParent }) => areaParent === '110105015');

  expect(branches.map(({ code, lineParent }) => [code, lineParent])).toEqual([
    ['110105015-police', '110105-police'],
    ['110105015-market', '110105-market'],
    ['110105015-justice', '110105-justice'],
  ]);
});

it('makes each of the 290 joint enforcement centres of 1 + 5 resident bodies and 4 on call, led by its subdistrict', () => {
  const teams = ofKind('team');
  const shapes = teams.map(({ members = [], areaParent }) =>
    members.map(({ unit, role }) => (unit === areaParent ? `${role} self` : role)).join(),
  );
  const squad = ['head self', ...Array(6).fill('resident'), ...Array(4).fill('onCall')].join();

  expect(teams).toHaveLength(290);
  expect([...new Set(shapes)]).toEqual([squad]);
});

it('posts the nearest office of each trade: a branch, else a bureau, else the department', () => {
  const centre = directory.units.find(({ code }) => code === '110105015-joint')!;

  expect(centre.members!.map(({ unit, persons }) => [unit, persons])).toEqual([
    ['110105015', undefined],
    ['110105-enforcement', undefined],
    ['110105015-police', 1],
    ['110105-emergency', 1],
    ['110105-transport', 1],
    ['110105015-market', 1],
    ['drugs', 1],
    ['110105-housing', 1],
    ['110105-planning', 1],
    ['110105-forestry', 1],
    ['110105-culture', 1],
  ]);
});

it('is generated again as committed, like the catalogue and the outlines', () => {
  for (const [file, text] of Object.entries(builders.beijing!())) {
    expect(text === cityText('beijing', file), `${file} differs: npm run city -- build beijing`).toBe(true);
  }
});
