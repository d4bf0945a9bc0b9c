import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueItems } from '../../../functions/core/catalogue/catalogue-items.ts';
import { parseCatalogue } from '../../../functions/core/catalogue/parse-catalogue.ts';
import { parseDirectory } from '../../../functions/core/directory/parse-directory.ts';
import { listDuties } from '../../../functions/core/duties/list-duties.ts';
import { parseDuties } from '../../../functions/core/duties/parse-duties.ts';
import { citiesFolder, cityFolder } from '../city-folders.ts';
import { readJson } from '../read-json.ts';
import type { Command } from './command.ts';

export const list: Command = {
  usage: '',
  summary: 'list the shipped cities with their units by kind and their items',
  run: (args, console) => {
    if (args.length > 0) {
      console.error('list: takes no arguments');
      return 2;
    }
    const cities = readdirSync(citiesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return cities.map(({ name }) => describe(name, console.out)).every(Boolean) ? 0 : 1;
  },
};

const describe = (city: string, out: (line: string) => void): boolean => {
  const read = (file: string) => {
    const content = readJson(join(cityFolder(city), file));
    return content.ok ? content.value : undefined;
  };
  const directory = parseDirectory(read('directory.json'));
  const catalogue = parseCatalogue(read('catalogue.json'));
  if (!directory.ok || !catalogue.ok) {
    out(`${city}: its files have problems; see: npm run city -- check functions/cities/${city}/*.json`);
    return false;
  }
  const counts = [
    ...Map.groupBy(directory.value.units, ({ kind, zone }) => (zone ? 'zone (a kind of subdistrict)' : kind)),
  ];
  const placeholders = directory.value.units.filter(({ placeholder }) => placeholder).length;
  out(`${city} (${directory.value.title.zh}, ${directory.value.title.en}, UTC${directory.value.utcOffset})`);
  out(`  units: ${counts.map(([kind, units]) => `${units.length} ${kind}`).join(', ')}`);
  out(`  of these placeholders: ${placeholders}`);
  out(`  items: ${catalogueItems(catalogue.value).length} in ${catalogue.value.groups.length} groups`);
  const duties = parseDuties(read('duties.json'));
  if (duties.ok) {
    const all = listDuties(duties.value);
    const led = all.filter(({ duty }) => duty.part === 'lead').length;
    out(`  duties: ${all.length} on ${duties.value.boards.length} boards, ${led} led by the subdistrict`);
  }
  return true;
};
