import type { Unit } from '../../../functions/core/directory/directory-schema.ts';
import { districtCode, unknownDistrict } from './district-code.ts';
import type { BaltimoreRow } from './read-rows.ts';
import { codesOf } from './slug.ts';

const cityCode = 'baltimore';

/**
 * Makes council districts into districts and neighborhoods into their subdistricts. A neighborhood that lies in
 * several districts goes to the one most of its rows name. A row without either lies in a marked district of its own.
 */
export const areaUnits = (rows: readonly BaltimoreRow[]): Unit[] => {
  const neighborhoods = Map.groupBy(
    rows.filter(({ neighborhood }) => neighborhood !== null),
    ({ neighborhood }) => neighborhood!,
  );
  const codes = codesOf(neighborhoods.keys(), 'n-');
  const districts = [...new Set(rows.map(({ councilDistrict }) => districtCode(councilDistrict)))];
  return [
    { code: cityCode, kind: 'city', name: { zh: '巴尔的摩市', en: 'Baltimore' }, from: 'city' },
    ...[...new Set([...districts, unknownDistrict])].sort(byNumber).map(districtUnit),
    ...[...codes].map(([name, code]) =>
      neighborhoodUnit(name, code, mostFrequentDistrict(neighborhoods.get(name) ?? [])),
    ),
  ];
};

const neighborhoodUnit = (name: string, code: string, areaParent: string): Unit => ({
  code,
  kind: 'subdistrict',
  name: { zh: name, en: name },
  areaParent,
  from: 'neighborhood',
});

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
