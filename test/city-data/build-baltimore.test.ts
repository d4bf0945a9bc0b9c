import { describe, expect, it } from 'vitest';
import { catalogueItems } from '../../functions/core/catalogue/catalogue-items.ts';
import { checkCatalogue } from '../../functions/core/catalogue/check-catalogue.ts';
import { parseCatalogue } from '../../functions/core/catalogue/parse-catalogue.ts';
import { parseDirectory } from '../../functions/core/directory/parse-directory.ts';
import { hourMs } from '../../functions/core/time.ts';
import { buildBaltimore } from '../../sim/city-data/baltimore/build-baltimore.ts';
import { learningHalf, learnSpans } from '../../sim/city-data/baltimore/learn-spans.ts';
import type { BaltimoreRow } from '../../sim/city-data/baltimore/read-rows.ts';
import { rowLookup } from '../../sim/city-data/baltimore/row-lookup.ts';

let made = 0;
const row = (change: Partial<BaltimoreRow> & { hours?: number | null }): BaltimoreRow => {
  const { hours = 24, ...cells } = change;
  made += 1;
  return {
    key: `k${made}`,
    type: 'SW-Dirty Alley',
    agency: 'Solid Waste',
    createdAt: 0,
    dueAt: hours === null ? null : hours * hourMs,
    closedAt: null,
    status: 'New',
    statusAt: 0,
    lat: null,
    lng: null,
    method: 'Phone',
    neighborhood: 'Canton',
    councilDistrict: '1',
    ...cells,
  };
};

describe('learnSpans', () => {
  it('looks only at the first, third, fifth ... row of each type', () => {
    const rows = [
      row({ key: 'a' }),
      row({ key: 'b', hours: 99 }),
      row({ key: 'c', type: 'X' }),
      row({ key: 'd' }),
    ];

    expect(learningHalf(rows).map(({ key }) => key)).toEqual(['a', 'c', 'd']);
    expect(learnSpans(rows)[0]).toMatchObject({ spanMs: 24 * hourMs, rowsLearned: 2, rowsOther: 0 });
  });

  it('takes the most frequent span, and counts the rows that have another', () => {
    const rows = [24, 0, 24, 0, 48].map((hours) => row({ hours }));

    expect(learnSpans(rows)).toEqual([
      { type: 'SW-Dirty Alley', spanMs: 24 * hourMs, rowsLearned: 3, rowsOther: 1 },
    ]);
  });

  it('does not take a due time before the creation for a span', () => {
    expect(learnSpans([row({ hours: -1 })])).toMatchObject([{ spanMs: null }]);
  });
});

describe('buildBaltimore', () => {
  const rows = [
    row({}),
    row({ type: 'ECC-Escalation', hours: null, agency: 'Housing', neighborhood: null }),
    row({
      type: 'odd name: ünïcode & a very long matter that goes on well beyond any code',
      hours: 0.5,
      neighborhood: null,
    }),
    row({ neighborhood: 'Canton', councilDistrict: '2' }),
    row({ neighborhood: 'Canton', councilDistrict: '2' }),
    row({ neighborhood: 'canton!', councilDistrict: null, agency: 'BGE', type: 'BGE-Light' }),
    row({ neighborhood: null, councilDistrict: null }),
  ];
  const city = buildBaltimore(rows);

  it('makes files that pass every check, out of rows it never saw', () => {
    expect(parseDirectory(city.directory).ok).toBe(true);
    expect(parseCatalogue(city.catalogue).ok).toBe(true);
    expect(checkCatalogue(city.catalogue, city.directory, Object.keys(city.tiers))).toEqual([]);
  });

  it('gives each span its tier, and none to types without a due time', () => {
    const tiers = catalogueItems(city.catalogue).map(({ item }) => [item.name.en.slice(0, 8), item.tier]);

    expect(tiers).toEqual([
      ['BGE-Ligh', 'h24'],
      ['ECC-Esca', 'none'],
      ['odd name', 's1800'],
      ['SW-Dirty', 'h24'],
    ]);
    expect(Object.entries(city.tiers).map(([key, { hours }]) => [key, hours])).toEqual([
      ['s1800', 0.5],
      ['h24', 24],
      ['none', null],
    ]);
  });

  it('puts a neighborhood into the district most of its rows name', () => {
    const canton = city.directory.units.find(({ name }) => name.en === 'Canton');

    expect(canton).toMatchObject({ kind: 'subdistrict', areaParent: 'council-2' });
  });

  it('keeps names apart that would share a code', () => {
    const codes = city.directory.units.filter(({ code }) => code.startsWith('n-canton'));

    expect(codes.map(({ code }) => code)).toEqual(['n-canton', 'n-canton-2']);
  });

  it('places a row without neighborhood and district in the marked district', () => {
    expect(rows.map(rowLookup(city.directory, city.catalogue).unitCodeOf)).toEqual([
      'n-canton',
      'council-1',
      'council-1',
      'n-canton',
      'n-canton',
      'n-canton-2',
      'council-unknown',
    ]);
  });

  it('finds the item of each type, and of a type it never saw none', () => {
    const { itemCodeOf } = rowLookup(city.directory, city.catalogue);

    expect(rows.slice(0, 2).map(itemCodeOf)).toEqual(['sw-dirty-alley', 'ecc-escalation']);
    expect(itemCodeOf(row({ type: 'SW-New' }))).toBeUndefined();
  });

  it('places a row of a neighborhood and district it never saw in the marked district', () => {
    const { unitCodeOf } = rowLookup(city.directory, city.catalogue);

    expect(unitCodeOf(row({ neighborhood: 'Atlantis', councilDistrict: '2' }))).toBe('council-2');
    expect(unitCodeOf(row({ neighborhood: 'Atlantis', councilDistrict: '99' }))).toBe('council-unknown');
  });

  it('tells the company among the agencies from the departments', () => {
    expect(city.directory.units.find(({ code }) => code === 'a-bge')).toMatchObject({ kind: 'enterprise' });
  });
});
