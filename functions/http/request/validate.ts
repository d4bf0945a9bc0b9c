import type * as z from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import { fieldMessages } from '../../messages/field-messages.ts';
import { issueWords } from '../../messages/issue-words.ts';
import type { Language } from '../../messages/text.ts';
import type { ApiError, FieldError } from '../error-code.ts';
import { join } from './check-json.ts';

/** Field errors shown at most; a body of nonsense must not be answered with a bigger one. */
const errorsMax = 20;

/**
 * `value` as its schema reads it, or `code` with every field at fault, worded in `language`; the schemas' own reasons
 * are worded with the problem.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  refusal: { readonly code: 'VALIDATION' | 'BAD_PARAMETER'; readonly language: Language },
): Result<z.output<Schema>, ApiError> {
  const parsed = schema.safeParse(value, { error: issueWords(refusal.language) });
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.flatMap((issue) => fieldErrors(issue, '', refusal.language));
  return err({ code: refusal.code, errors: errors.slice(0, errorsMax) });
}

function fieldErrors(issue: z.core.$ZodIssue, base: string, language: Language): FieldError[] {
  const field = issue.path.reduce<string>((path, key) => join(path, String(key)), base);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: join(field, key), reason: fieldMessages.unknown[language] }));
  }
  if (issue.code === 'invalid_union') {
    const [closest] = [...issue.errors].sort((one, other) => one.length - other.length);
    const nested = closest?.flatMap((inner) => fieldErrors(inner, field, language)) ?? [];
    if (nested.length > 0) return nested;
  }
  return [{ field, reason: issue.message }];
}
