import { secondMs } from '../../../functions/core/time.ts';
import type { LoopResult } from './open-loop.ts';
import type { Outcome } from './post-once.ts';

/** Percentiles of some lengths in milliseconds, by nearest rank; NaN when there are none. */
export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** What a drive showed. Counts and lengths only: nothing of a request or a ticket. */
export interface DriveFigures {
  readonly sent: number;
  readonly unsent: number;
  readonly opened: number;
  /** Taken again as the ticket it is already. */
  readonly known: number;
  readonly ratePerSecond: number;
  /** By code, the most frequent first. */
  readonly refused: readonly (readonly [string, number])[];
  readonly unanswered: readonly (readonly [string, number])[];
  /**
   * From the instant a request was due to its answer. A service that stalls delays what is due in the meantime, and that
   * counts here although it was not yet sent: otherwise a stall would count as one slow request (coordinated omission).
   */
  readonly fromDueMs: Percentiles;
  /** From sending to the answer. */
  readonly fromSendingMs: Percentiles;
}

/** Counts and percentiles of a drive. Unanswered requests are in the percentiles with the time that was waited for them. */
export function driveFigures({ sent, unsent, lengthMs }: LoopResult<Outcome>): DriveFigures {
  const outcomes = sent.map(({ outcome }) => outcome);
  const taken = outcomes.filter((outcome) => outcome.type === 'taken');
  const codes = (type: 'refused' | 'unanswered') =>
    [
      ...Map.groupBy(
        outcomes.filter((outcome) => outcome.type === type) as { code: string }[],
        ({ code }) => code,
      ),
    ]
      .map(([code, all]) => [code, all.length] as const)
      .toSorted((a, b) => b[1] - a[1]);
  return {
    sent: sent.length,
    unsent,
    opened: taken.filter(({ status }) => status === 201).length,
    known: taken.filter(({ status }) => status === 200).length,
    ratePerSecond: lengthMs === 0 ? 0 : (sent.length * secondMs) / lengthMs,
    refused: codes('refused'),
    unanswered: codes('unanswered'),
    fromDueMs: percentiles(sent.map(({ dueAt, doneAt }) => doneAt - dueAt)),
    fromSendingMs: percentiles(sent.map(({ sentAt, doneAt }) => doneAt - sentAt)),
  };
}

/** Nearest-rank percentiles. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), p999: at(0.999), max: at(1) };
}
