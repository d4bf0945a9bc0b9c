import type { DataProblem } from '../directory/data-problem.ts';
import type { Directory, Unit } from '../directory/directory-schema.ts';
import { catalogueItems } from './catalogue-items.ts';
import type { Catalogue, CatalogueItem } from './catalogue-schema.ts';
import { parseLeadRule } from './lead-rule.ts';
import { tierNone } from './tier-none.ts';

/**
 * Checks a catalogue against itself and the directory it is used with: unique codes, leads, helpers and supervisors
 * that exist and are of the right kind, provenance keys, and tiers the pack knows (if `packTierKeys` is given;
 * `none` is always known). Returns every problem, in file order.
 */
export const checkCatalogue = (
  catalogue: Catalogue,
  directory: Directory,
  packTierKeys?: Iterable<string>,
): DataProblem[] => {
  const units = new Map(directory.units.map((unit) => [unit.code, unit]));
  const tiers = packTierKeys === undefined ? undefined : new Set([...packTierKeys, tierNone]);
  return [
    ...checkCatalogueAlone(catalogue),
    ...catalogueItems(catalogue).flatMap(({ item, path }) => [
      ...unitProblems(item, path, units),
      ...(tiers && !tiers.has(item.tier)
        ? [{ path: `${path}.tier`, reason: `the pack has no tier "${item.tier}"` }]
        : []),
    ]),
  ];
};

/** The part of the checks that needs no directory: unique codes, provenance keys, words that repeat within an item. */
export const checkCatalogueAlone = (catalogue: Catalogue): DataProblem[] => {
  const problems: DataProblem[] = [];
  const unique = () => {
    const seen = new Set<string>();
    return (code: string, path: string) => {
      if (seen.has(code)) problems.push({ path: `${path}.code`, reason: `the code ${code} is used twice` });
      seen.add(code);
    };
  };
  const [groupCode, subgroupCode, itemCode] = [unique(), unique(), unique()];
  catalogue.groups.forEach((group, g) => {
    groupCode(group.code, `groups[${g}]`);
    group.subgroups.forEach((subgroup, s) => {
      subgroupCode(subgroup.code, `groups[${g}].subgroups[${s}]`);
    });
  });
  for (const { item, path } of catalogueItems(catalogue)) {
    itemCode(item.code, path);
    if (!Object.hasOwn(catalogue.provenance, item.from)) {
      problems.push({ path: `${path}.from`, reason: `there is no provenance "${item.from}" in this file` });
    }
    const words = item.keywords.map((word) => word.toLowerCase());
    words.forEach((word, w) => {
      if (words.indexOf(word) < w) {
        problems.push({ path: `${path}.keywords[${w}]`, reason: `the keyword "${word}" is given twice` });
      }
    });
  }
  return problems;
};

const unitProblems = (item: CatalogueItem, path: string, units: ReadonlyMap<string, Unit>): DataProblem[] => {
  const departmentProblem = (code: string, at: string): DataProblem[] => {
    const unit = units.get(code);
    if (!unit) return [{ path: at, reason: `there is no unit ${code}` }];
    return unit.kind === 'department'
      ? []
      : [{ path: at, reason: `${code} is of kind ${unit.kind}; a department is expected here` }];
  };
  const ruleProblem = (text: string, at: string): DataProblem[] => {
    const rule = parseLeadRule(text);
    if (rule.type === 'line') return departmentProblem(rule.unit, at);
    if (rule.type === 'unit' && !units.has(rule.unit)) {
      return [{ path: at, reason: `there is no unit ${rule.unit}` }];
    }
    return [];
  };
  const helperProblems = item.helpers.flatMap((helper, h) => {
    const at = `${path}.helpers[${h}]`;
    const twice = helper === item.lead || item.helpers.indexOf(helper) < h;
    return twice ? [{ path: at, reason: `${helper} already leads or helps` }] : ruleProblem(helper, at);
  });
  return [
    ...ruleProblem(item.lead, `${path}.lead`),
    ...helperProblems,
    ...(item.supervisor === undefined ? [] : departmentProblem(item.supervisor, `${path}.supervisor`)),
  ];
};
