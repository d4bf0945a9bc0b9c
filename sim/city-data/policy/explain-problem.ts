import * as z from 'zod';
import type { DataProblem } from '../../../functions/core/directory/data-problem.ts';
import { policy } from '../../../functions/core/policy/policy-schema.ts';
import type { PackChain } from './pack-chain.ts';
import { standsIn } from './stands-in.ts';

/**
 * Says more of a problem in a resolved pack: which of the forms a value may take it comes closest to and what that form
 * wants, and the file it is written in where that is a base and not the pack itself.
 */
export const explainProblem = (chain: PackChain, { path, reason }: DataProblem): DataProblem => {
  const standing = standsIn(chain, path);
  if (standing === undefined) return { path, reason };
  const parsed = schemaAt(path)?.safeParse(standing.value);
  const closest = parsed?.error === undefined ? [] : parsed.error.issues.flatMap(closestForm);
  const said = closest.map((issue) => {
    const at = issue.path.map(String).join('.');
    return at === '' ? issue.message : `${at}: ${issue.message}`;
  });
  const where = standing.pack === chain.id ? '' : ` (in ${standing.pack}.json, which it extends)`;
  const why = standing.value === null ? takenAway : said.join('; ') || reason;
  return { path, reason: why + where };
};

const takenAway = 'is taken away (null), but every pack needs it';

const schemaAt = (path: string): z.ZodType | undefined =>
  path.split('.').reduce<unknown>((found, part) => {
    const schema = found instanceof z.ZodOptional ? found.unwrap() : found;
    if (schema instanceof z.ZodObject) return schema.shape[part];
    return schema instanceof z.ZodRecord ? schema.valueType : undefined;
  }, policy) as z.ZodType | undefined;

type Issue = z.core.$ZodIssue;

/** The issues of the form with the fewest of them; zod itself says only that no form fits. */
const closestForm = (issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const forms = issue.errors.map((form) => form.flatMap(closestForm));
  const [closest = []] = forms.sort((a, b) => a.length - b.length);
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
};
