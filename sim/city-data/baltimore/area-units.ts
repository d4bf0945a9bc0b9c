import type { Unit } from '../../../functions/core/directory/directory-schema.ts';
import type { BaltimoreRow } from './read-rows.ts';
import { codesOf } from './slug.ts';

const cityCode = 'baltimore';
const unknownDistrict = 'council-unknown';
const districtCode = (council: string | null): string =>
  council !== null && /^\d{1,3}$/.test(council) ? `council-${Number(council)}` : unknownDistrict;

/** The area units of the file, and the unit in which a row lies. */
export type BaltimoreAreas = { readonly units: Unit[]; readonly unitOf: (row: BaltimoreRow) => string };

/**
 * Makes council districts into districts and neighborhoods into their subdistricts. A neighborhood that lies in
 * several districts goes to the one most of its rows name. A row without either lies in a marked district of its own.
 */
export const baltimoreAreas = (rows: readonly BaltimoreRow[]): BaltimoreAreas => {
  const neighborhoods = Map.groupBy(
    rows.filter(({ neighborhood }) => neighborhood !== null),
    ({ neighborhood }) => neighborhood!,
  );
  const codes = codesOf(neighborhoods.keys(), 'n-');
  const districts = [...new Set(rows.map(({ councilDistrict }) => districtCode(councilDistrict)))];
  const units: Unit[] = [
    { code: cityCode, kind: 'city', name: { zh: '巴尔的摩市', en: 'Baltimore' }, from: 'city' },
    ...[...new Set([...districts, unknownDistrict])].sort(byNumber).map(districtUnit),
    ...[...codes].map(
      ([name, code]): Unit => ({
        code,
        kind: 'subdistrict',
        name: { zh: name, en: name },
        areaParent: mostFrequentDistrict(neighborhoods.get(name) ?? []),
        from: 'neighborhood',
      }),
    ),
  ];
  const unitOf = ({ neighborhood, councilDistrict }: BaltimoreRow): string =>
    (neighborhood === null ? undefined : codes.get(neighborhood)) ?? districtCode(councilDistrict);
  return { units, unitOf };
};

const districtUnit = (code: string): Unit => {
  if (code === unknownDistrict) {
    return {
      code,
      kind: 'district',
      name: { zh: '区域不明', en: 'District unknown' },
      areaParent: cityCode,
      placeholder: true,
      from: 'unknownDistrict',
    };
  }
  const number = code.replace('council-', '');
  return {
    code,
    kind: 'district',
    name: { zh: `第${number}议会选区`, en: `Council District ${number}` },
    areaParent: cityCode,
    from: 'councilDistrict',
  };
};

const byNumber = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);

const mostFrequentDistrict = (rows: readonly BaltimoreRow[]): string => {
  const known = rows
    .map(({ councilDistrict }) => districtCode(councilDistrict))
    .filter((code) => code !== unknownDistrict);
  const counts = [...Map.groupBy(known, (code) => code)];
  counts.sort(([a, x], [b, y]) => y.length - x.length || byNumber(a, b));
  return counts[0]?.[0] ?? unknownDistrict;
};
