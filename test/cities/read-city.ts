import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogue } from '../../functions/core/catalogue/parse-catalogue.ts';
import { parseDirectory } from '../../functions/core/directory/parse-directory.ts';

export const cityPath = (city: string, file: string): string =>
  join(import.meta.dirname, '../../functions/cities', city, file);

export const cityText = (city: string, file: string): string => readFileSync(cityPath(city, file), 'utf8');

/** Reads a shipped city's directory and catalogue through the parsers that refuse broken files. */
export const readCity = (city: string) => {
  const directory = parseDirectory(JSON.parse(cityText(city, 'directory.json')));
  const catalogue = parseCatalogue(JSON.parse(cityText(city, 'catalogue.json')));
  if (!directory.ok) throw new Error(JSON.stringify(directory.error));
  if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.error));
  return { directory: directory.value, catalogue: catalogue.value };
};
