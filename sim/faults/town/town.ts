import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type LoadedCity, readCity } from '../../../functions/adapters/rules/read-city.ts';
import { compileCity } from '../../../functions/core/city/compile-city.ts';
import { overlays, type TownPack } from './overlays.ts';

const dataDir = join(import.meta.dirname, '../../../functions');

/** Small enough that a thousand worlds of it are made in a minute: one township, its district and their departments. */
export const town = 'fangshan';

const known = new Map<string, LoadedCity>();

/**
 * The city of a simulated world under one of its packs. Durations pass `speed` times faster than life, so that a ticket's
 * weeks fit into the minutes a world lasts, while sweeps and retries keep their own time.
 */
export function loadTown(pack: TownPack, speed: number): LoadedCity {
  const key = `${pack} ${speed}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  const { base, overlay } = overlays[pack];
  const read = readCity({ dataDir, city: town, pack: base, speed });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const shipped = JSON.parse(read.value.sources);
  const id = `world-${pack}`;
  const own = { schema: 'citywhistle/policy@1', id, extends: base, ...overlay };
  const chosen = { ...shipped, pack: id, packs: { ...shipped.packs, [id]: own } };
  const sources = JSON.stringify(chosen);
  const hash = createHash('sha256').update(sources).digest('hex').slice(0, 32);
  const compiled = compileCity(hash, chosen);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const city = { ...compiled.value, sources };
  known.set(key, city);
  return city;
}
