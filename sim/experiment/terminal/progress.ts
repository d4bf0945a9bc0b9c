import cliProgress from 'cli-progress';
import { secondMs } from '../../../functions/core/time.ts';
import type { Host } from './host.ts';

/** Shows how far an experiment is. Counted in replications; those under way count in parts. */
export interface Progress {
  readonly start: (total: number) => void;
  readonly done: (count: number) => void;
  readonly stop: () => void;
}

const linesMax = 10;

/** Steps of the bar a replication. */
const parts = 100;

/** A bar with the time left on a terminal, else a line for each tenth; both on the error stream. */
export const openProgress = (host: Host): Progress => (host.isTerminal ? bar() : lines(host));

const bar = (): Progress => {
  const single = new cliProgress.SingleBar(
    {
      format: ' {bar} {percentage}% | {value}/{total} replications | {eta_formatted} left',
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let replications = 0;
  return {
    start(total) {
      replications = total;
      single.start(total * parts, 0, { done: 0, replications });
    },
    done: (count) => single.update(Math.floor(count * parts), { done: Math.floor(count), replications }),
    stop: () => single.stop(),
  };
};

const lines = ({ error, clock }: Host): Progress => {
  let [total, said, startedAt] = [1, 0, 0];
  return {
    start(count) {
      total = count;
      startedAt = clock.now();
    },
    done(count) {
      const tenth = Math.floor((count * linesMax) / total);
      if (tenth <= said) return;
      said = tenth;
      const left = ((clock.now() - startedAt) * (total - count)) / count;
      error(
        `${tenth * linesMax}%: ${Math.floor(count)} of ${total} replications, ${(left / secondMs).toFixed(0)} s left`,
      );
    },
    stop: () => undefined,
  };
};
