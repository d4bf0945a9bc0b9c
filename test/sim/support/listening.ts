import type { Host } from '../../../sim/experiment/terminal/host.ts';

/** A terminal that keeps what is said. */
export function listening(): Host & { readonly said: string[]; readonly errors: string[] } {
  const said: string[] = [];
  const errors: string[] = [];
  return {
    out: (line) => said.push(line),
    error: (line) => errors.push(line),
    clock: { now: () => 0 },
    isTerminal: false,
    interrupted: new AbortController().signal,
    said,
    errors,
  };
}
