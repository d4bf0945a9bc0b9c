import * as z from 'zod';

/** What is read of the sources of a city here: the names of its units. */
const sources = z.object({
  directory: z.object({
    units: z.array(
      z.object({
        code: z.string(),
        name: z.object({ zh: z.string(), en: z.string().exactOptional() }),
      }),
    ),
  }),
});

export type UnitNames = ReadonlyMap<string, { readonly zh: string; readonly en?: string }>;

/** The names of a city's units by code, from the sources that are kept with its rules. */
export const unitNamesOf = (text: string): UnitNames =>
  new Map(sources.parse(JSON.parse(text)).directory.units.map(({ code, name }) => [code, name]));
