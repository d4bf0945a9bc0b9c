import type { DataProblem } from './data-problem.ts';
import type { Unit } from './directory-schema.ts';

/**
 * What is wrong with a team's members: only a team has any; each is a unit of the file, named once and no team itself;
 * at most one is the head. `path` is where the unit stands in the file.
 */
export function memberProblems(unit: Unit, path: string, units: ReadonlyMap<string, Unit>): DataProblem[] {
  const { kind, members = [] } = unit;
  if (members.length === 0) return [];
  if (kind !== 'team') {
    return [{ path: `${path}.members`, reason: `${unit.code} is of kind ${kind}; only a team has members` }];
  }
  const heads = members.filter(({ role }) => role === 'head');
  const twoHeads = { path: `${path}.members`, reason: `${heads.length} members are its head; one at most` };
  const named = members.map((member) => member.unit);
  return [
    ...(heads.length > 1 ? [twoHeads] : []),
    ...named.flatMap((code, m) => {
      const at = `${path}.members[${m}].unit`;
      const found = units.get(code);
      if (found === undefined) return [{ path: at, reason: `there is no unit ${code}` }];
      if (found.kind === 'team') return [{ path: at, reason: `${code} is a team: no team is in a team` }];
      return named.indexOf(code) < m ? [{ path: at, reason: `${code} is a member already` }] : [];
    }),
  ];
}
