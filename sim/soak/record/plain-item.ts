import type { Item } from '../../../functions/adapters/dynamodb/table.ts';

/** A value as DynamoDB's API writes it: its type, then the value. */
type TypedValue = Readonly<Record<string, unknown>>;

/** An item of a call, with plain values as the service's own code has them. */
export const plainItem = (typed: unknown): Item =>
  Object.fromEntries(Object.entries(typed as object).map(([name, value]) => [name, plainValue(value)]));

/** @throws Error for a type that the service does not store */
function plainValue(typed: TypedValue): unknown {
  const [type, value] = Object.entries(typed)[0] ?? [];
  switch (type) {
    case 'S':
    case 'BOOL':
      return value;
    case 'N':
      return Number(value);
    case 'NULL':
      return null;
    case 'L':
      return (value as readonly TypedValue[]).map(plainValue);
    case 'M':
      return plainItem(value);
    default:
      throw new Error(`the service stores no ${type}`);
  }
}
