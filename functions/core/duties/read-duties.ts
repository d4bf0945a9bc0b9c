import type { Catalogue } from '../catalogue/catalogue-schema.ts';
import type { DataProblem } from '../directory/data-problem.ts';
import type { Directory } from '../directory/directory-schema.ts';
import type { Policy } from '../policy/policy-schema.ts';
import { err, ok, type Result } from '../result.ts';
import { checkDuties } from './check-duties.ts';
import type { DutyList } from './duty-schema.ts';
import { parseDuties } from './parse-duties.ts';

/**
 * The duty list of a pack, parsed and checked against the city; none where the pack has no admission rule.
 *
 * @param content the list's file (parsed JSON), where a host has found it
 */
export function readDuties(
  { duties }: Policy,
  content: unknown,
  catalogue: Catalogue,
  directory: Directory,
): Result<DutyList | undefined, readonly DataProblem[]> {
  if (duties === undefined) return ok(undefined);
  if (content === undefined) {
    return err([{ path: 'duties.list', reason: `the city has no duty list "${duties.list.value ?? ''}"` }]);
  }
  const list = parseDuties(content);
  if (!list.ok) return list;
  const problems = checkDuties(list.value, catalogue, directory);
  return problems.length === 0 ? list : err(problems);
}
