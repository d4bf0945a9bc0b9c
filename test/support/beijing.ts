import { join } from 'node:path';
import { type LoadedCity, readCity } from '../../functions/adapters/rules/read-city.ts';

const dataDir = join(import.meta.dirname, '../../functions');
const known = new Map<string, LoadedCity>();

/** Beijing under one of the shipped packs, compiled once per test process. */
export function beijing(pack: 'beijing-2019' | 'beijing-2023' = 'beijing-2023', speed = 1): LoadedCity {
  const key = `${pack}/${speed}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  const read = readCity({ dataDir, city: 'beijing', pack, speed });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  known.set(key, read.value);
  return read.value;
}
