import type { City } from '../../core/city/city.ts';
import { type CitySources, citySources } from '../../core/city/city-sources.ts';
import { compileCity } from '../../core/city/compile-city.ts';

interface Compiled {
  readonly text: string;
  readonly sources: CitySources;
  readonly outlines: unknown;
  readonly city: City | undefined;
}

/** Kept cities that stay compiled in a process: the rules in force are those of most open tickets. */
const compiledMax = 16;

const compiled = new Map<string, Compiled>();

/**
 * The city of sources that are kept under `hash`, compiled once a process; `undefined` where this code cannot run them.
 * Loaded when first needed: it brings the schemas of everything that makes a city.
 *
 * @param accept looks at the sources before they are compiled, and may throw
 * @param outlinesOf gives the content of the outlines file that the sources name
 */
export function compileKept(
  hash: string,
  text: string,
  {
    accept = () => {},
    outlinesOf = () => undefined,
  }: {
    accept?(sources: CitySources): void;
    outlinesOf?(file: string | undefined): unknown;
  } = {},
): City | undefined {
  const known = compiled.get(hash);
  const isKnown = known?.text === text;
  const sources = isKnown ? known.sources : citySources.parse(JSON.parse(text));
  accept(sources);
  const outlines = outlinesOf(sources.files.shapes);
  if (isKnown && known.outlines === outlines) return known.city;
  const city = compileCity(hash, sources, outlines);
  if (compiled.size >= compiledMax) compiled.clear();
  const value = city.ok ? city.value : undefined;
  compiled.set(hash, { text, sources, outlines, city: value });
  return value;
}
