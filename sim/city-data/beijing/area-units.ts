import type { Unit } from '../../../functions/core/directory/directory-schema.ts';
import type { BeijingSources } from './sources.ts';

type District = BeijingSources['districts'][number];
type Subdistrict = District['units'][number];

const english: Readonly<Record<string, string>> = {
  '110101': 'Dongcheng',
  '110102': 'Xicheng',
  '110105': 'Chaoyang',
  '110106': 'Fengtai',
  '110107': 'Shijingshan',
  '110108': 'Haidian',
  '110109': 'Mentougou',
  '110111': 'Fangshan',
  '110112': 'Tongzhou',
  '110113': 'Shunyi',
  '110114': 'Changping',
  '110115': 'Daxing',
  '110116': 'Huairou',
  '110117': 'Pinggu',
  '110118': 'Miyun',
  '110119': 'Yanqing',
};

export const cityCode = '110000';

/** The units of the area axis (块): city, districts, subdistricts and zones, with the short names people use. */
export const areaUnits = (districts: readonly District[]): Unit[] => [
  { code: cityCode, kind: 'city', name: { zh: '北京市', en: 'Beijing' }, aliases: ['北京'], from: 'city' },
  ...districts.map(
    ({ code, name, population_2020 }): Unit => ({
      code,
      kind: 'district',
      name: { zh: name, en: `${english[code]} District` },
      aliases: [name.replace(/区$/, '')],
      areaParent: cityCode,
      weight: population_2020,
      from: 'district',
    }),
  ),
  ...districts.flatMap((district) => district.units.map((unit) => subdistrictUnit(district, unit))),
];

const subdistrictUnit = (district: District, { code, name, kind, communities }: Subdistrict): Unit => {
  const aliases = shortNames(district.name, name, kind);
  const isZone = kind === 'non_statutory_unit';
  return {
    code,
    kind: 'subdistrict',
    name: { zh: name },
    ...(aliases.length > 0 ? { aliases } : {}),
    areaParent: district.code,
    ...(isZone ? { zone: true } : {}),
    weight: communities,
    from: isZone ? 'zone' : 'subdistrict',
  };
};

/**
 * 八里庄街道 is also 八里庄; an area office (地区) shares its place with a township (乡) in Chaoyang and a town (镇)
 * elsewhere. A single character (张镇) is no name to search a text for.
 */
const shortNames = (districtName: string, name: string, kind: Subdistrict['kind']): string[] => {
  if (kind === 'non_statutory_unit') return [];
  const base = name.replace(/(街道|地区|镇|[满回]族乡|乡)$/, '');
  const town = kind === 'area' ? [`${base}${districtName === '朝阳区' ? '乡' : '镇'}`] : [];
  return [...(base.length >= 2 ? [base] : []), ...town];
};
