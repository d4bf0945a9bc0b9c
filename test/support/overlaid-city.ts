import { createHash } from 'node:crypto';
import type { LoadedCity } from '../../functions/adapters/rules/read-city.ts';
import { compileCity } from '../../functions/core/city/compile-city.ts';
import { beijing } from './beijing.ts';

/** A rule of the test's own, as a pack writes it. */
export const says = <Value>(value: Value) => ({ value, assumption: 'a test says so' });

/**
 * Beijing under a pack of the test's own, laid on a shipped one. `changes` replace sources, such as the duty list.
 * Throws with the problems.
 */
export function overlaidCity(
  overlay: object,
  base: 'beijing-2019' | 'beijing-2023' = 'beijing-2019',
  changes: object = {},
): LoadedCity {
  const shipped = JSON.parse(beijing(base).sources);
  const own = { schema: 'citywhistle/policy@1', id: 'own', extends: base, ...overlay };
  const sources = { ...shipped, pack: 'own', packs: { ...shipped.packs, own }, ...changes };
  const text = JSON.stringify(sources);
  const read = compileCity(createHash('sha256').update(text).digest('hex').slice(0, 32), sources);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { ...read.value, sources: text };
}
