/**
 * A value as text, so that nothing a caller holds is shared with the store. Undefined fields are left out, as in a
 * real table.
 *
 * @throws RangeError for a number that a table cannot hold
 */
export function pack(value: object): string {
  const text = JSON.stringify(value);
  if (text.includes('null')) JSON.stringify(value, refuseUnstorable);
  return text;
}

/** A fresh copy of what was packed. */
export const unpack = <Value>(text: string): Value => JSON.parse(text) as Value;

function refuseUnstorable(field: string, value: unknown): unknown {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new RangeError(`${field} is ${String(value)}, which a store cannot hold`);
  }
  return value;
}
