import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as it goes over the wire. */
export type WireItem = Readonly<Record<string, AttributeValue>>;

const utf8 = (text: string) => Buffer.byteLength(text, 'utf8');

/** Bytes of an item as DynamoDB counts them: names and values of all its attributes (Developer Guide, item sizes). */
export const itemBytes = (item: WireItem): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return 3 + value.L.reduce((sum, one) => sum + 1 + valueBytes(one), 0);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  throw new Error(`the service stores no attribute such as ${JSON.stringify(value)}`);
}

/** About a byte for two digits, and one more; a byte for the sign of a negative one. */
function numberBytes(text: string): number {
  const digits = text.replace(/^-?0*|[.]/g, '').replace(/0+$/, '').length;
  return 1 + Math.ceil(digits / 2) + (text.startsWith('-') ? 1 : 0);
}
