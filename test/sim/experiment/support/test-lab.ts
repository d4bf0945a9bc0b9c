import type { Lab } from '../../../../sim/experiment/terminal/lab.ts';

/** A lab with the small city, that keeps what is said. */
export function testLab(
  change: Partial<Lab> = {},
): Lab & { readonly said: string[]; readonly errors: string[] } {
  const said: string[] = [];
  const errors: string[] = [];
  return {
    out: (line) => said.push(line),
    error: (line) => errors.push(line),
    clock: { now: () => 0 },
    isTerminal: false,
    interrupted: new AbortController().signal,
    model: new URL('./small-city.ts', import.meta.url).href,
    said,
    errors,
    ...change,
  };
}
