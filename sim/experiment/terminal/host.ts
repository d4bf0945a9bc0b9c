import { systemClock } from '../../../functions/adapters/system.ts';
import type { Clock } from '../../../functions/ports/clock.ts';

/** What a command needs of the world it is called from; tests hand in their own. */
export interface Host {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  readonly clock: Clock;
  /** True where a progress bar can be drawn on the error stream. */
  readonly isTerminal: boolean;
  /** Aborted by the first Ctrl-C: finish what is at hand and say what is kept. */
  readonly interrupted: AbortSignal;
}

/**
 * The terminal that called. Ctrl-C ends the process as usual for a command that never asks whether it was interrupted;
 * for one that does, the second one.
 */
export const systemHost = (): Host => {
  let controller: AbortController | undefined;
  return {
    out: console.log,
    error: console.error,
    clock: systemClock,
    isTerminal: process.stderr.isTTY === true,
    get interrupted() {
      if (controller === undefined) {
        const fresh = new AbortController();
        process.once('SIGINT', () => fresh.abort());
        controller = fresh;
      }
      return controller.signal;
    },
  };
};
