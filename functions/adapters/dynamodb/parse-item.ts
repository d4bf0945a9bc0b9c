import type * as z from 'zod';
import type { Item } from './table.ts';

/**
 * An item as its schema has it.
 *
 * @throws Error that names the item and what is wrong with it, none of its values
 */
export function parseItem<Schema extends z.ZodType>(schema: Schema, item: Item): z.output<Schema> {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(
    `the stored item ${String(item.pk)} / ${String(item.sk)} is broken: ${problems.join('; ')}`,
  );
}
