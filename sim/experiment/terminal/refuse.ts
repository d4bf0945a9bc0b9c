import type { Host } from './host.ts';

/** Says why a call cannot be done as asked, a line each, and returns the exit code for that. */
export function refuse(host: Pick<Host, 'error'>, lines: readonly string[]): 2 {
  for (const line of lines) host.error(line);
  return 2;
}
