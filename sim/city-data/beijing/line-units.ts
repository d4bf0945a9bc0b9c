import type { Unit } from '../../../functions/core/directory/directory-schema.ts';
import { cityCode } from './area-units.ts';
import { branchOffices } from './branch-offices.ts';
import type { BeijingSources } from './sources.ts';
import { subdistricts } from './subdistricts.ts';
import { teams } from './teams.ts';

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
