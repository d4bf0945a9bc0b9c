import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildBaltimore } from '../baltimore/build-baltimore.ts';
import { readRows } from '../baltimore/read-rows.ts';
import { buildBeijing } from '../beijing/build-beijing.ts';
import { readBeijingSources } from '../beijing/sources.ts';
import { cityFolder, functionsFolder } from '../city-folders.ts';
import type { Command } from './command.ts';

/**
 * How each shipped city's files are generated from the sources beside them: each file's text by its path from the
 * city's folder. A city whose tiers are learned brings its policy pack along, so that catalogue and pack always agree.
 */
export const builders: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  beijing: () => buildBeijing(readBeijingSources(join(cityFolder('beijing'), 'sources'))),
  baltimore: () => {
    const read = readRows(readFileSync(join(cityFolder('baltimore'), 'sample.csv'), 'utf8'));
    if (!read.ok) throw new Error(`sample.csv: ${read.error.reason}`);
    const { files, pack } = buildBaltimore(read.value.rows);
    return { ...files, '../../policies/baltimore.json': pack };
  },
};

export const build: Command = {
  usage: '[CITY]',
  summary: 'generate the data files of a shipped city (of all of them without CITY) from their sources',
  run: (args, console) => {
    const [city, ...rest] = args;
    const chosen = city === undefined ? Object.keys(builders) : [city];
    if (rest.length > 0 || chosen.some((name) => !Object.hasOwn(builders, name))) {
      console.error(`build: expected one of ${Object.keys(builders).join(', ')}, got "${args.join(' ')}"`);
      return 2;
    }
    for (const name of chosen) {
      for (const [file, text] of Object.entries(builders[name]?.() ?? {})) {
        const path = join(cityFolder(name), file);
        writeFileSync(path, text);
        console.out(`${relative(functionsFolder, path)}: ${text.length} characters`);
      }
    }
    return 0;
  },
};
