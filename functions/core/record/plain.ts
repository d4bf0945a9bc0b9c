import { NEVER } from '../time.ts';

/** Leaves out what is absent or never: an index key of DynamoDB is absent, never null. */
export function without<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined && field !== NEVER),
  ) as Value;
}

/** The index a code has under the rules. Throws when they do not know it: they are not the ones it was frozen under. */
export function index(known: ReadonlyMap<string, number>, code: string, what: string): number {
  const found = known.get(code);
  if (found === undefined) throw new Error(`the ticket's rules know no ${what} ${code}`);
  return found;
}
