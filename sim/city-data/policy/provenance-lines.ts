import { join } from 'node:path';
import { catalogueItems } from '../../../functions/core/catalogue/catalogue-items.ts';
import { parseCatalogue } from '../../../functions/core/catalogue/parse-catalogue.ts';
import { problemLine } from '../../../functions/core/directory/data-problem.ts';
import { parseDirectory } from '../../../functions/core/directory/parse-directory.ts';
import { listDuties } from '../../../functions/core/duties/list-duties.ts';
import { parseDuties } from '../../../functions/core/duties/parse-duties.ts';
import type { Provenance } from '../../../functions/core/provenance.ts';
import { cityFolder } from '../city-folders.ts';
import { readJson } from '../read-json.ts';

type Row = { readonly from: string; readonly placeholder?: true | undefined };

/** Counts what a shipped city's rows rest on: how many on a published basis, how many on which assumption. */
export const provenanceLines = (city: string): string[] => {
  const file = (name: string) => join(cityFolder(city), name);
  const read = (name: string) => {
    const content = readJson(file(name));
    return content.ok ? content.value : undefined;
  };
  const directory = parseDirectory(read('directory.json'));
  const catalogue = parseCatalogue(read('catalogue.json'));
  const duties = parseDuties(read('duties.json'));
  return [
    ...(directory.ok
      ? countLines(`${city} directory`, directory.value.provenance, [
          ...directory.value.units,
          ...directory.value.places,
        ])
      : directory.error.map((problem) => problemLine(file('directory.json'), problem))),
    ...(catalogue.ok
      ? countLines(
          `${city} catalogue`,
          catalogue.value.provenance,
          catalogueItems(catalogue.value).map(({ item }) => item),
        )
      : catalogue.error.map((problem) => problemLine(file('catalogue.json'), problem))),
    // Not every city has a duty list.
    ...(duties.ok
      ? countLines(
          `${city} duties`,
          duties.value.provenance,
          listDuties(duties.value).map(({ duty }) => duty),
        )
      : []),
  ];
};

const countLines = (
  what: string,
  provenance: Readonly<Record<string, Provenance>>,
  rows: readonly Row[],
): string[] => {
  const byKey = Map.groupBy(rows, ({ from }) => from);
  const assumed = [...byKey].flatMap(([key, ofKey]) => {
    const source = provenance[key];
    return source !== undefined && 'assumption' in source
      ? [{ key, count: ofKey.length, why: source.assumption }]
      : [];
  });
  const assumedRows = assumed.reduce((sum, { count }) => sum + count, 0);
  const placeholders = rows.filter(({ placeholder }) => placeholder).length;
  return [
    `${what}: ${rows.length} rows, ${rows.length - assumedRows} on a basis, ${assumedRows} on an assumption, ${placeholders} placeholders`,
    ...assumed.map(({ key, count, why }) => `  ${key} (${count} rows): ${why}`),
  ];
};
