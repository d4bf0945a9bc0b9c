import { join } from 'node:path';
import * as z from 'zod';
import { cityFolder } from '../../city-data/city-folders.ts';
import { readJson } from '../../city-data/read-json.ts';
import type { DistrictShapes } from '../../report/report-input.ts';
import type { CityNames } from './city-names.ts';

const shapes = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      id: z.string(),
      geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
    }),
  ),
});

/** The outlines of a city's districts; undefined where the city ships none. */
export function shapeFeatures(city: string, { shapesFile }: CityNames): DistrictShapes | undefined {
  if (shapesFile === undefined) return undefined;
  const content = readJson(join(cityFolder(city), shapesFile));
  if (!content.ok) throw new Error(`${shapesFile} ${content.error.reason}`);
  return shapes.parse(content.value);
}
