import { type Expected, type Surge, surgeEvidence } from './surge-evidence.ts';

/** A stream of hourly counts under watch (一个事项在一处): how much evidence of a surge it has gathered, and since when. */
export interface Watch {
  evidence: number;
  /** Hours since the evidence began to gather; what came before speaks against a surge. */
  hours: number;
  /** Requests in those hours. */
  count: number;
}

/** A stream with no evidence of a surge. */
export const newWatch = (): Watch => ({ evidence: 0, hours: 0, count: 0 });

/**
 * Takes one hour's count into `watch` and says whether the stream now raises an alarm: Page's cumulative sum of
 * likelihood ratios (Biometrika 41, 1954). After an alarm the watch begins anew.
 *
 * @param threshold from {@link alarmThreshold}
 * @returns what the alarm rests on, or undefined
 */
export function watchHour(
  watch: Watch,
  count: number,
  expected: Expected,
  surge: Surge,
  threshold: number,
): Readonly<Watch> | undefined {
  const evidence = watch.evidence + surgeEvidence(count, expected, surge);
  if (evidence <= 0) {
    clear(watch);
    return undefined;
  }
  watch.evidence = evidence;
  watch.hours += 1;
  watch.count += count;
  if (evidence < threshold) return undefined;
  const alarm = { ...watch };
  clear(watch);
  return alarm;
}

/**
 * The evidence at which to raise an alarm, so that `streams` streams that are as expected raise on average at most
 * `falseAlarms` alarms in `hours` hours: the mean time to a false alarm of a cumulative sum of likelihood ratios is at
 * least `exp(threshold)` (Lorden, Annals of Mathematical Statistics 42, 1971). Hours may differ: whenever evidence begins
 * to gather, it reaches the threshold with a probability of at most `exp(-threshold)` (Ville's inequality), so long as what
 * is expected is right given all that came before. It is on the safe side; fewer alarms come. At least 0.
 * @throws RangeError unless all three are above 0.
 */
export function alarmThreshold(streams: number, hours: number, falseAlarms: number): number {
  if (!(streams > 0 && hours > 0 && falseAlarms > 0)) {
    throw new RangeError(
      `streams ${streams}, hours ${hours} and false alarms ${falseAlarms} must be above 0`,
    );
  }
  return Math.max(0, Math.log((streams * hours) / falseAlarms));
}

function clear(watch: Watch): void {
  watch.evidence = 0;
  watch.hours = 0;
  watch.count = 0;
}
