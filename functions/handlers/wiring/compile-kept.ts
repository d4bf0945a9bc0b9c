import type { City } from '../../core/city/city.ts';
import { type CitySources, citySources } from '../../core/city/city-sources.ts';
import { compileCity } from '../../core/city/compile-city.ts';

/**
 * The city of sources that are kept under `hash`; `undefined` where this code cannot run them. Loaded when first needed:
 * it brings the schemas of everything that makes a city.
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
  const sources = citySources.parse(JSON.parse(text));
  accept(sources);
  const city = compileCity(hash, sources, outlinesOf(sources.files.shapes));
  return city.ok ? city.value : undefined;
}
