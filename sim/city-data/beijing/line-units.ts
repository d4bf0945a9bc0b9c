import type { Unit } from '../../../functions/core/directory/directory-schema.ts';
import { cityCode } from './area-units.ts';
import type { BeijingSources } from './sources.ts';

const branchOffices = [
  { line: 'police', zh: '派出所' },
  { line: 'market', zh: '市场监管所' },
  { line: 'justice', zh: '司法所' },
] as const;

const teamsMax = 290;

const withAliases = (aliases: readonly string[]) => (aliases.length > 0 ? { aliases: [...aliases] } : {});

/** The units of the line axis (条): departments, enterprises, and the generated bureaus, branches and teams. */
export const lineUnits = (sources: BeijingSources): Unit[] => [
  ...departments(sources),
  ...enterprises(sources),
  ...bureaus(sources),
  ...branches(sources),
  ...teams(sources),
];

const departments = (sources: BeijingSources): Unit[] =>
  sources.departments.map(({ code, group, zh, en, aliases }) => ({
    code,
    kind: 'department',
    name: { zh, en },
    ...withAliases(aliases),
    areaParent: cityCode,
    from: group === 'mass' ? 'massOrganisation' : 'municipalDepartment',
  }));

const enterprises = (sources: BeijingSources): Unit[] =>
  sources.enterprises.flatMap(({ code, zh, en, aliases, lineParent, count }) => {
    const common = { kind: 'enterprise', areaParent: cityCode, lineParent } as const;
    if (!zh.includes('占位')) {
      return [{ code, name: { zh, en }, ...withAliases(aliases), ...common, from: 'knownEnterprise' }];
    }
    return Array.from({ length: count }, (_, index): Unit => {
      const number = String(index + 1).padStart(2, '0');
      return {
        code: `${code}-${number}`,
        name: { zh: `${zh}${number}`, en: `${en} ${number}` },
        ...common,
        placeholder: true,
        from: 'placeholderEnterprise',
      };
    });
  });

const bureaus = ({ districts, departments }: BeijingSources): Unit[] =>
  districts.flatMap((district) =>
    departments
      .filter(({ bureau }) => bureau !== '')
      .map((department) => ({
        code: `${district.code}-${department.code}`,
        kind: 'bureau',
        name: { zh: `${district.name}${department.bureau}` },
        areaParent: district.code,
        lineParent: department.code,
        placeholder: true,
        from: 'bureau',
      })),
  );

const subdistricts = ({ districts }: BeijingSources) =>
  districts.flatMap((district) =>
    district.units
      .filter(({ kind }) => kind !== 'non_statutory_unit')
      .map((subdistrict) => ({ district, subdistrict })),
  );

const branches = (sources: BeijingSources): Unit[] =>
  subdistricts(sources).flatMap(({ district, subdistrict }) =>
    branchOffices.map(({ line, zh }) => ({
      code: `${subdistrict.code}-${line}`,
      kind: 'branch',
      name: { zh: `${district.name}${subdistrict.name}${zh}` },
      areaParent: subdistrict.code,
      lineParent: `${district.code}-${line}`,
      placeholder: true,
      from: 'branch',
    })),
  );

const teams = (sources: BeijingSources): Unit[] =>
  subdistricts(sources)
    .sort(
      (a, b) =>
        b.subdistrict.communities - a.subdistrict.communities ||
        (a.subdistrict.code < b.subdistrict.code ? -1 : 1),
    )
    .slice(0, teamsMax)
    .sort((a, b) => (a.subdistrict.code < b.subdistrict.code ? -1 : 1))
    .map(({ district, subdistrict }) => ({
      code: `${subdistrict.code}-joint`,
      kind: 'team',
      name: { zh: `${district.name}${subdistrict.name}综合执法中心` },
      areaParent: subdistrict.code,
      placeholder: true,
      from: 'team',
    }));
