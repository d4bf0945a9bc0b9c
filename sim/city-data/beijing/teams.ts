import type { Unit } from '../../../functions/core/directory/directory-schema.ts';
import { branchOffices } from './branch-offices.ts';
import type { BeijingSources } from './sources.ts';
import { type PlacedSubdistrict, subdistricts } from './subdistricts.ts';

const teamsMax = 290;

/** The "1": the squad of city management (城管执法队) is the body of the centre. */
const squad = 'enforcement';

/**
 * The "5" that post people: public security, fire (today under emergency management), traffic, commerce (工商, today market
 * regulation), food and drugs.
 */
const posting = ['police', 'emergency', 'transport', 'market', 'drugs'];

/** The named of the "N": housing, planning, gardens, culture come when called. */
const onCall = ['housing', 'planning', 'forestry', 'culture'];

/** The joint enforcement centres (综合执法中心, 1+5+N) of the 290 subdistricts with the most communities. */
export const teams = (sources: BeijingSources): Unit[] => {
  const bureaus = new Set(sources.departments.filter(({ bureau }) => bureau !== '').map(({ code }) => code));
  return subdistricts(sources)
    .sort(
      (a, b) =>
        b.subdistrict.communities - a.subdistrict.communities ||
        (a.subdistrict.code < b.subdistrict.code ? -1 : 1),
    )
    .slice(0, teamsMax)
    .sort((a, b) => (a.subdistrict.code < b.subdistrict.code ? -1 : 1))
    .map((place) => ({
      code: `${place.subdistrict.code}-joint`,
      kind: 'team',
      name: { zh: `${place.district.name}${place.subdistrict.name}综合执法中心` },
      areaParent: place.subdistrict.code,
      placeholder: true,
      members: membersAt(place, bureaus),
      from: 'team',
    }));
};

type Member = NonNullable<Unit['members']>[number];

/** Each body by its nearest office: the branch where there is one, else the district's bureau, else the department. */
function membersAt({ district, subdistrict }: PlacedSubdistrict, bureaus: ReadonlySet<string>): Member[] {
  const nearest = (line: string) => {
    if (branchOffices.some((branch) => branch.line === line)) return `${subdistrict.code}-${line}`;
    return bureaus.has(line) ? `${district.code}-${line}` : line;
  };
  return [
    { unit: subdistrict.code, role: 'head' },
    { unit: nearest(squad), role: 'resident' },
    ...posting.map((line): Member => ({ unit: nearest(line), role: 'resident', persons: 1 })),
    ...onCall.map((line): Member => ({ unit: nearest(line), role: 'onCall', persons: 1 })),
  ];
}
