import type { Deps } from './deps.ts';

const kept = new WeakMap<object, Promise<void>>();

/** Keeps the sources of the present rules under their hash before the first ticket rests on them; once per process. */
export function keepRules({ store, city }: Deps): Promise<void> {
  const known = kept.get(store);
  if (known !== undefined) return known;
  const keeping = store.putRules(city.rules.hash, city.sources);
  kept.set(store, keeping);
  // A failed write must be tried again by the next request.
  keeping.catch(() => kept.delete(store));
  return keeping;
}
