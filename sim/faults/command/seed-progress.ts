import cliProgress from 'cli-progress';
import { secondMs } from '../../../functions/core/time.ts';
import type { Host } from '../../experiment/terminal/host.ts';

/** Shows how many seeds have been run, and how fast. */
export interface SeedProgress {
  readonly done: (seeds: number) => void;
  /** Seeds a second, over all. */
  readonly stop: () => number;
}

const linesMax = 10;

/** A bar on a terminal, else a line for each tenth; both on the error stream. */
export function seedProgress({ clock, error, isTerminal }: Host, total: number): SeedProgress {
  const startedAt = clock.now();
  let [done, said] = [0, 0];
  const rate = () => (done * secondMs) / Math.max(1, clock.now() - startedAt);
  const bar = isTerminal
    ? new cliProgress.SingleBar(
        { format: ' {bar} {percentage}% | {value}/{total} seeds | {rate} seeds/s | {eta_formatted} left' },
        cliProgress.Presets.shades_classic,
      )
    : undefined;
  bar?.start(total, 0, { rate: '-' });
  return {
    done(seeds) {
      done += seeds;
      bar?.update(done, { rate: rate().toFixed(1) });
      const tenth = Math.floor((done * linesMax) / total);
      if (bar !== undefined || tenth <= said) return;
      said = tenth;
      error(`${tenth * linesMax}%: ${done} of ${total} seeds, ${rate().toFixed(1)} seeds/s`);
    },
    stop() {
      bar?.stop();
      return rate();
    },
  };
}
