import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { listCell, readTable } from '../read-table.ts';

const divisions = z.object({
  districts: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      population_2020: z.number(),
      units: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(['street', 'area', 'town', 'township', 'non_statutory_unit']),
          communities: z.number(),
        }),
      ),
    }),
  ),
});

const names = listCell(';');
const departmentRow = z.object({
  code: z.string(),
  group: z.enum(['municipal', 'special', 'mass']),
  zh: z.string(),
  en: z.string(),
  aliases: names,
  /** The name of a district's bureau under this department, after the district's name; empty: it has none. */
  bureau: z.string(),
  bureauEn: z.string(),
});
const enterpriseRow = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  aliases: names,
  lineParent: z.string(),
  /** How many such companies; more than one, or a name marked 占位, are placeholders. */
  count: z.coerce.number().int().positive(),
});
const placeRow = z.object({ name: z.string(), aliases: names, unit: z.string() });
const catalogueRow = z.object({
  code: z.string().regex(/^\d{2}(\d{2}(-\d{2})?)?$/),
  zh: z.string(),
  en: z.string(),
  tier: z.enum(['', 'emergency', 'basics', 'general', 'complex']),
  lead: z.string(),
  helpers: names,
  supervisor: z.string(),
  keywords: listCell(' '),
});

const dutyRow = z.object({
  code: z.string().regex(/^[A-Z](\d{2})?$/),
  zh: z.string(),
  en: z.string(),
  part: z.enum(['', 'lead', 'assist']),
  leads: z.string(),
  items: names,
});

const shapes = z.object({
  features: z.array(
    z.object({
      id: z.string(),
      properties: z.object({ name: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({
          type: z.literal('Polygon'),
          coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
        }),
        z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
        }),
      ]),
    }),
  ),
});

/** Reads the files from which Beijing is generated, each checked. `folder` is the folder of the sources. */
export const readBeijingSources = (folder: string) => {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const table = <Row extends z.ZodType>(file: string, row: Row) => readTable(file, text(file), row);
  return {
    districts: divisions.parse(JSON.parse(text('divisions.json'))).districts,
    departments: table('departments.csv', departmentRow),
    enterprises: table('enterprises.csv', enterpriseRow),
    places: table('places.csv', placeRow),
    matters: table('catalogue.csv', catalogueRow),
    duties: table('duties.csv', dutyRow),
    shapes: shapes.parse(JSON.parse(text('districts.geojson'))).features,
  };
};

export type BeijingSources = ReturnType<typeof readBeijingSources>;
