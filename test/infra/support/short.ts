/** A logical id without the hash that CDK puts at its end. */
const bare = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

/**
 * A part of a template as one reads it: a reference becomes the name of what it refers to (`WakeQueue`,
 * `WakeQueue.Arn`), a joined text is put together, everything else stays.
 */
export function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return bare(Ref);
  if (Array.isArray(attribute)) return `${bare(String(attribute[0]))}.${attribute[1]}`;
  if (Array.isArray(joined)) return (joined[1] as unknown[]).map(short).join(String(joined[0]));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, short(part)]));
}

/** Names a resource by its logical id without the hash. */
export const shortId = (id: string): string => bare(id);
