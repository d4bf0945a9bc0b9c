import cliProgress from 'cli-progress';
import { instantText } from '../../functions/core/instant-text.ts';
import type { DurationMs, EpochMs } from '../../functions/core/time.ts';

/** Shows how far a replay is. */
export type Progress = {
  readonly update: (done: number, at: EpochMs) => void;
  readonly stop: () => void;
};

type Shown = {
  /** Events of rows: each is submitted once and answered at most once. */
  readonly total: number;
  readonly utcOffsetMs: DurationMs;
  readonly line: (text: string) => void;
};

const linesMax = 10;

/** A bar with the time left on a terminal, else a line for each tenth. */
export const openProgress = (shown: Shown, isTerminal: boolean): Progress =>
  isTerminal ? bar(shown) : lines(shown);

const bar = ({ total, utcOffsetMs }: Shown): Progress => {
  const single = new cliProgress.SingleBar(
    {
      format: ' {bar} {percentage}% | {day} | {value}/{total} requests and answers | {eta_formatted} left',
      etaBuffer: 500,
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  single.start(total, 0, { day: '' });
  return {
    update: (done, at) => single.update(done, { day: day(at, utcOffsetMs) }),
    stop: () => single.stop(),
  };
};

const lines = ({ total, utcOffsetMs, line }: Shown): Progress => {
  let said = 0;
  return {
    update(done, at) {
      const tenth = Math.floor((done * linesMax) / Math.max(total, 1));
      if (tenth <= said) return;
      said = tenth;
      line(`${tenth * linesMax}%: ${done} of ${total} requests and answers, ${day(at, utcOffsetMs)}`);
    },
    stop: () => undefined,
  };
};

const day = (at: EpochMs, utcOffsetMs: DurationMs) => instantText(at, utcOffsetMs).slice(0, 10);
