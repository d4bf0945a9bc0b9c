import { join } from 'node:path';
import { type LoadedCity, readCity } from '../../functions/adapters/rules/read-city.ts';

/** A city as the host runs it: the same files under the same pack at the same speed. */
export function loadLiveCity(pack: string, speed: number, name = 'beijing'): LoadedCity {
  const dataDir = join(import.meta.dirname, '../../functions');
  const city = readCity({ dataDir, city: name, pack, speed });
  if (city.ok) return city.value;
  const problems = city.error.map(({ file, path, reason }) => `${file} ${path}: ${reason}`);
  throw new Error(problems.join('; '));
}
