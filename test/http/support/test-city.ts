import { join } from 'node:path';
import { readCity } from '../../../functions/adapters/rules/read-city.ts';

const dataDir = join(import.meta.dirname, '../../../functions');

/** A shipped city under a shipped pack. Throws with the problems of its files. */
export function testCity(city: string, pack: string, speed = 1) {
  const read = readCity({ dataDir, city, pack, speed });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
