import { catalogueItems } from '../catalogue/catalogue-items.ts';
import type { Catalogue } from '../catalogue/catalogue-schema.ts';
import type { DataProblem } from '../directory/data-problem.ts';
import type { Directory } from '../directory/directory-schema.ts';
import type { DutyList } from './duty-schema.ts';
import { listDuties } from './list-duties.ts';

/** Checks a duty list against the files beside it: its items are in the catalogue, who leads is a department there. */
export const checkDuties = (list: DutyList, catalogue: Catalogue, directory: Directory): DataProblem[] => {
  const items = new Set(catalogueItems(catalogue).map(({ item }) => item.code));
  const kinds = new Map(directory.units.map(({ code, kind }) => [code, kind]));
  return listDuties(list).flatMap(({ duty, path }) => [
    ...duty.items.flatMap((item, i) =>
      items.has(item) ? [] : [{ path: `${path}.items[${i}]`, reason: `the catalogue has no item ${item}` }],
    ),
    ...leadsProblems(duty.leads, `${path}.leads`, kinds),
  ]);
};

function leadsProblems(
  code: string | undefined,
  path: string,
  kinds: ReadonlyMap<string, string>,
): DataProblem[] {
  if (code === undefined) return [];
  const kind = kinds.get(code);
  if (kind === undefined) return [{ path, reason: `there is no unit ${code}` }];
  return kind === 'department'
    ? []
    : [{ path, reason: `${code} is of kind ${kind}; a department is expected here` }];
}
