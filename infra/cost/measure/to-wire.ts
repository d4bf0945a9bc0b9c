import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { WireItem } from './item-bytes.ts';

/** A plain value, as the document client gives it, back in the form it came over the wire in. */
function wireValue(value: unknown): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: value };
  if (Array.isArray(value)) return { L: value.map(wireValue) };
  return { M: toWire(value as object) };
}

/** A plain item in the form it came over the wire in. */
export const toWire = (item: object): WireItem =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, wireValue(value)]));
