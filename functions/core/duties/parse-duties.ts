import { type DataProblem, shapeProblems } from '../directory/data-problem.ts';
import { err, ok, type Result } from '../result.ts';
import { type DutyList, dutyList } from './duty-schema.ts';
import { listDuties } from './list-duties.ts';

/**
 * Reads a duty list's content (already parsed JSON): its shape, then what needs no other file. Codes and items stand
 * once; a duty names who leads exactly where the subdistrict does not.
 */
export const parseDuties = (content: unknown): Result<DutyList, readonly DataProblem[]> => {
  const shape = dutyList.safeParse(content);
  if (!shape.success) return err(shapeProblems(shape.error));
  const problems = problemsAlone(shape.data);
  return problems.length === 0 ? ok(shape.data) : err(problems);
};

function problemsAlone(list: DutyList): DataProblem[] {
  const problems: DataProblem[] = [];
  const codes = new Set<string>();
  const items = new Map<string, string>();
  const unique = (code: string, path: string) => {
    if (codes.has(code)) problems.push({ path: `${path}.code`, reason: `the code ${code} is used twice` });
    codes.add(code);
  };
  list.boards.forEach(({ code }, b) => {
    unique(code, `boards[${b}]`);
  });
  for (const { duty, path } of listDuties(list)) {
    unique(duty.code, path);
    if (!Object.hasOwn(list.provenance, duty.from)) {
      problems.push({ path: `${path}.from`, reason: `there is no provenance "${duty.from}" in this file` });
    }
    if (duty.part === 'assist' && duty.leads === undefined) {
      problems.push({ path: `${path}.leads`, reason: 'is missing: who leads where the subdistrict assists' });
    }
    if (duty.part === 'lead' && duty.leads !== undefined) {
      problems.push({ path: `${path}.leads`, reason: 'is given, but the subdistrict itself leads' });
    }
    duty.items.forEach((item, i) => {
      const other = items.get(item);
      if (other === undefined) items.set(item, duty.code);
      else
        problems.push({
          path: `${path}.items[${i}]`,
          reason: `the item ${item} is of duty ${other} already`,
        });
    });
  }
  return problems;
}
