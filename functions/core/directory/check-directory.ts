import type { DataProblem } from './data-problem.ts';
import type { Directory, Unit } from './directory-schema.ts';
import { memberProblems } from './member-problems.ts';
import { parentRules } from './unit-kinds.ts';

const axes = [
  { axis: 'area', field: 'areaParent' },
  { axis: 'line', field: 'lineParent' },
] as const;

/**
 * Checks what a shape alone cannot say: unique codes, parents that exist and are of a kind the table allows, no
 * circle of parents, members of teams that exist, provenance keys that exist, places whose unit exists. Returns every
 * problem, in file order.
 */
export const checkDirectory = (directory: Directory): DataProblem[] => {
  const units = new Map<string, Unit>();
  const problems: DataProblem[] = [];
  directory.units.forEach((unit, i) => {
    if (units.has(unit.code)) {
      problems.push({ path: `units[${i}].code`, reason: `the code ${unit.code} is used twice` });
    } else units.set(unit.code, unit);
  });
  const checkFrom = (from: string, path: string) => {
    if (!Object.hasOwn(directory.provenance, from)) {
      problems.push({ path: `${path}.from`, reason: `there is no provenance "${from}" in this file` });
    }
  };
  directory.units.forEach((unit, i) => {
    problems.push(
      ...parentProblems(unit, `units[${i}]`, units),
      ...memberProblems(unit, `units[${i}]`, units),
    );
    if (unit.warden && unit.kind !== 'grid' && unit.kind !== 'community') {
      const reason = `${unit.code} is of kind ${unit.kind}; a grid or a community has a warden`;
      problems.push({ path: `units[${i}].warden`, reason });
    }
    checkFrom(unit.from, `units[${i}]`);
  });
  directory.places.forEach((place, i) => {
    if (!units.has(place.unit)) {
      problems.push({ path: `places[${i}].unit`, reason: `there is no unit ${place.unit}` });
    }
    checkFrom(place.from, `places[${i}]`);
  });
  return problems;
};

const parentProblems = (unit: Unit, path: string, units: ReadonlyMap<string, Unit>): DataProblem[] =>
  axes.flatMap(({ axis, field }) => {
    const rule = parentRules[unit.kind][axis];
    const code = unit[field];
    const at = `${path}.${field}`;
    if (code === undefined) {
      return rule.required
        ? [
            {
              path: at,
              reason: `is missing: the ${field} of a unit of kind ${unit.kind} is ${rule.kinds.join(' or ')}`,
            },
          ]
        : [];
    }
    const parent = units.get(code);
    if (!parent) return [{ path: at, reason: `there is no unit ${code}` }];
    const allowed: readonly string[] = rule.kinds;
    if (!allowed.includes(parent.kind)) {
      const wanted = allowed.length === 0 ? 'none' : allowed.join(' or ');
      return [
        {
          path: at,
          reason: `${code} is of kind ${parent.kind}; the ${field} of a unit of kind ${unit.kind} is ${wanted}`,
        },
      ];
    }
    return inCircle(unit, field, units)
      ? [{ path: at, reason: `${unit.code} is its own ancestor: the parents form a circle` }]
      : [];
  });

const inCircle = (
  unit: Unit,
  field: 'areaParent' | 'lineParent',
  units: ReadonlyMap<string, Unit>,
): boolean => {
  const seen = new Set<string>();
  for (let code = unit[field]; code !== undefined && !seen.has(code); code = units.get(code)?.[field]) {
    if (code === unit.code) return true;
    seen.add(code);
  }
  return false;
};
