import type * as z from 'zod';
import { BadCursor } from '../../ports/bad-cursor.ts';

const cursorCharsMax = 4_096;

/** The place in a listing after which the next page begins, as an opaque text for URLs. */
export const toCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * The place a cursor stands for.
 *
 * @throws BadCursor unless it is a cursor of the listing that `schema` describes
 */
export function fromCursor<Schema extends z.ZodType>(cursor: string, schema: Schema): z.output<Schema> {
  if (cursor.length > cursorCharsMax) throw new BadCursor();
  const place = schema.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (!place.success) throw new BadCursor();
  return place.data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new BadCursor();
  }
}
