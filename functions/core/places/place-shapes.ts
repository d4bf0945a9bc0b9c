import * as z from 'zod';
import { type DataProblem, shapeProblems } from '../directory/data-problem.ts';
import type { Directory } from '../directory/directory-schema.ts';
import { err, ok, type Result } from '../result.ts';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ring = z
  .array(position)
  .min(4)
  .refine((points) => samePoint(points[0], points.at(-1)), 'a ring must end where it begins');
const polygon = z.array(ring).min(1);

const feature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
  ]),
});

/** A GeoJSON file (RFC 7946) of outlines; a feature's `id` is the code of a district or subdistrict. */
const placeShapes = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).min(1) });

export type PlaceShapes = z.infer<typeof placeShapes>;

const samePoint = (a: z.infer<typeof position> | undefined, b: z.infer<typeof position> | undefined) =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Reads a city's outlines (already parsed JSON); every feature must belong to a district or subdistrict of it. */
export const parseShapes = (
  content: unknown,
  { units }: Directory,
): Result<PlaceShapes, readonly DataProblem[]> => {
  const shape = placeShapes.safeParse(content);
  if (!shape.success) return err(shapeProblems(shape.error));
  const areas = new Set(
    units.filter(({ kind }) => kind === 'district' || kind === 'subdistrict').map(({ code }) => code),
  );
  const problems = shape.data.features.flatMap(({ id }, i) =>
    areas.has(id) ? [] : [{ path: `features[${i}].id`, reason: `there is no district or subdistrict ${id}` }],
  );
  return problems.length === 0 ? ok(shape.data) : err(problems);
};
