import { parseDuration } from '../../../functions/core/policy/duration.ts';
import { listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';

/**
 * Paths of the numbers and lengths of time that a pack or scenario marks as assumptions: also those inside an assumed
 * object or list of objects (`escalation.rungs[0].share`), but not each number of a plain list such as a day's 24 hours.
 */
export const numericAssumptions = (content: unknown): string[] =>
  listAssumptions(content).flatMap(({ path, value }) => numbersIn(value, path));

function numbersIn(value: unknown, path: string): string[] {
  if (isMovable(value)) return [path];
  if (Array.isArray(value)) {
    return value.flatMap((element, i) =>
      typeof element === 'object' ? numbersIn(element, `${path}[${i}]`) : [],
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, element]) => numbersIn(element, `${path}.${key}`));
}

/** True for a number or a length of time other than 0, which no percentage moves. */
export const isMovable = (value: unknown): value is number | string =>
  (typeof value === 'number' && value !== 0) ||
  (typeof value === 'string' && /^P/.test(value) && (parseDuration(value) ?? 0) > 0);
