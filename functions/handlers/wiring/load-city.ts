import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedCity } from '../../adapters/rules/read-city.ts';
import { readReadyCity } from '../../adapters/rules/ready-city.ts';
import type { Environment } from './environment.ts';

const here = import.meta.dirname;

/** Beside the bundled function lie its data; run from source, they are folders of `functions`. */
const bundledData = join(here, 'data');
const dataDir = existsSync(bundledData) ? bundledData : join(here, '../..');

/**
 * The city this function runs: the one made ready when it was bundled, else read from its files, for which alone the
 * schemas are loaded. Throws naming file, path and reason of what does not fit.
 */
export async function loadCity({ CITY, PACK, TIME_SPEED }: Environment): Promise<LoadedCity> {
  const choice = { dataDir, city: CITY, pack: PACK, speed: TIME_SPEED };
  const ready = readReadyCity(choice);
  const city = ready ?? (await import('../../adapters/rules/read-city.ts')).readCity(choice);
  if (city.ok) return city.value;
  const problems = city.error.map(({ file, path, reason }) => `${file} ${path}: ${reason}`);
  throw new Error(`the city ${CITY} cannot run under ${PACK}: ${problems.join('; ')}`);
}

/** The outlines of places that came with this function, where a directory names their file (from `dataDir`). */
export const readOutlines = (file: string | undefined): unknown =>
  file === undefined ? undefined : JSON.parse(readFileSync(join(dataDir, file), 'utf8'));
