import type { Lab } from '../../../../sim/experiment/terminal/lab.ts';
import { listening } from '../../support/listening.ts';

/** A lab with the small city, that keeps what is said. */
export function testLab(
  change: Partial<Lab> = {},
): Lab & { readonly said: string[]; readonly errors: string[] } {
  return { ...listening(), model: new URL('./small-city.ts', import.meta.url).href, ...change };
}
