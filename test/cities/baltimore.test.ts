import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueItems } from '../../functions/core/catalogue/catalogue-items.ts';
import { checkCatalogue } from '../../functions/core/catalogue/check-catalogue.ts';
import { compilePlaces } from '../../functions/core/places/compile-places.ts';
import { resolvePlace } from '../../functions/core/places/resolve-place.ts';
import { hourMs } from '../../functions/core/time.ts';
import { type BaltimoreTiers, buildBaltimore } from '../../sim/city-data/baltimore/build-baltimore.ts';
import { learningHalf } from '../../sim/city-data/baltimore/learn-spans.ts';
import { type BaltimoreRow, readRows } from '../../sim/city-data/baltimore/read-rows.ts';
import { rowLookup } from '../../sim/city-data/baltimore/row-lookup.ts';
import { sampleText } from '../../sim/city-data/baltimore/sample-text.ts';
import { builders } from '../../sim/city-data/commands/build.ts';
import { fullData } from '../city-data/full-data.ts';
import { cityText, readCity } from './read-city.ts';

const { directory, catalogue } = readCity('baltimore');
const tiers: BaltimoreTiers = JSON.parse(cityText('baltimore', 'tiers.json'));
const tierOf = new Map(catalogueItems(catalogue).map(({ item }) => [item.name.en, item.tier]));

const rowsOf = (text: string): readonly BaltimoreRow[] => {
  const read = readRows(text);
  if (!read.ok) throw new Error(read.error.reason);
  expect(read.value.rejected).toEqual([]);
  return read.value.rows;
};
/** The deadline by the shipped catalogue and tiers; null for a tier without one. */
const deadlineOf = ({ type, createdAt }: BaltimoreRow) => {
  const { hours } = tiers[tierOf.get(type)!]!;
  return hours === null ? null : createdAt + Math.round(hours * 3_600) * 1_000;
};
const sample = rowsOf(cityText('baltimore', 'sample.csv'));
const full = fullData('us311/baltimore_311_sample.csv');

describe('the shipped sample', () => {
  it('holds at least 1,000 rows and no column that can name a home', () => {
    const [header = ''] = cityText('baltimore', 'sample.csv').split('\n');

    expect(sample.length).toBeGreaterThanOrEqual(1_000);
    expect(header).not.toMatch(/address|zip|post|geolocation/i);
    expect(sample.every(({ lat }) => lat === null || Number(lat.toFixed(2)) === lat)).toBe(true);
  });

  it(`is taken from the full file by rule${full.note}`, { skip: full.isAbsent }, () => {
    expect(sampleText(readFileSync(full.path, 'utf8')) === cityText('baltimore', 'sample.csv')).toBe(true);
  });
});

describe('the shipped city', () => {
  it('is generated again from the sample as committed', () => {
    for (const [file, text] of Object.entries(builders.baltimore!())) {
      expect(text === cityText('baltimore', file), `${file} differs: npm run city -- build baltimore`).toBe(
        true,
      );
    }
  });

  it('names only units of its directory and tiers of its list', () => {
    expect(checkCatalogue(catalogue, directory, Object.keys(tiers))).toEqual([]);
  });

  it('learns its spans from half of the rows, and they hold for the other half', () => {
    const learned = new Set(learningHalf(sample));
    const others = sample.filter((row) => !learned.has(row));

    expect(others.length).toBeGreaterThan(sample.length * 0.4);
    expect(others.filter((row) => deadlineOf(row) !== row.dueAt)).toEqual([]);
  });

  it(`gives every row of the full file its recorded due time${full.note}`, { skip: full.isAbsent }, () => {
    const rows = rowsOf(readFileSync(full.path, 'utf8'));
    const due = rows.filter(({ dueAt }) => dueAt !== null);

    expect([rows.length, due.length]).toEqual([10_000, 9_714]);
    expect(rows.filter((row) => deadlineOf(row) !== row.dueAt)).toEqual([]);
  });

  it('places every row in a neighborhood or district that the directory knows', () => {
    const { unitCodeOf } = rowLookup(directory, catalogue);
    const places = compilePlaces(directory);

    const lost = sample.filter((row) => !resolvePlace(places, { unitCode: unitCodeOf(row) }).ok);

    expect(lost).toEqual([]);
    expect(new Set(sample.map(unitCodeOf)).size).toBeGreaterThan(250);
  });
});

describe('a city built from the full file', () => {
  it(`has the tiers and items of the shipped one${full.note}`, { skip: full.isAbsent }, () => {
    const built = buildBaltimore(rowsOf(readFileSync(full.path, 'utf8')));

    expect(built.tiers).toEqual(tiers);
    expect(built.catalogue).toEqual(catalogue);
    expect(built.spans.filter(({ rowsOther }) => rowsOther > 0)).toEqual([]);
    expect(Math.max(...built.spans.map(({ spanMs }) => (spanMs ?? 0) / hourMs))).toBe(4_320);
  });
});
