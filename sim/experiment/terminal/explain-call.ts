import type { Host } from './host.ts';
import { helpAsked } from './read-options.ts';
import { refuse } from './refuse.ts';

/** Answers a call that named nothing to do: the usage alone where `--help` asked for it (0), else what is wrong before it (2). */
export function explainCall(host: Pick<Host, 'out' | 'error'>, error: string, usage: string): 0 | 2 {
  if (error !== helpAsked) return refuse(host, [error, usage]);
  host.out(usage);
  return 0;
}
