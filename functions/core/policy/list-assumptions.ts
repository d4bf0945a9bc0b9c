/** A value nobody published: its path in the pack, the value, and why it is what it is. */
export type Assumption = {
  readonly path: string;
  readonly value: unknown;
  readonly why: string;
  /** True where the pack holds a marked null: a run that needs it stops. */
  readonly missing: boolean;
};

/** Lists every assumption and every marked null of a data file's content, in the file's order. */
export function listAssumptions(content: unknown, path = ''): Assumption[] {
  if (typeof content !== 'object' || content === null) return [];
  const record = content as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(record, 'value')) {
    if (typeof record.assumption === 'string') {
      return [{ path, value: record.value, why: record.assumption, missing: false }];
    }
    if (typeof record.unknown === 'string') {
      return [{ path, value: null, why: record.unknown, missing: true }];
    }
    return [];
  }
  return Object.entries(record).flatMap(([key, value]) =>
    listAssumptions(value, Array.isArray(content) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  );
}
