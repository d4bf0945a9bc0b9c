import { systemClock } from '../../../functions/adapters/system.ts';
import type { Host } from '../../../sim/experiment/terminal/host.ts';

/** A host that keeps what a command says, on either stream. */
export function recordingHost(): Host & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  return {
    lines,
    out: keep,
    error: keep,
    clock: systemClock,
    isTerminal: false,
    interrupted: new AbortController().signal,
  };
}
