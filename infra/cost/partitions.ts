import type { Load } from './load.ts';
import type { Spent } from './spent.ts';

/** What one partition of the table or of an index takes in a second (DynamoDB Developer Guide, partitions). */
export const partitionWriteUnitsMax = 1_000;

/** A partition key that takes more than its even share, at the peak of a year. */
export interface HotPartition {
  readonly name: string;
  /** Write units a second at the peak. */
  readonly writeUnits: number;
  /** That, as a share of what one partition takes. */
  readonly share: number;
}

/** The peak of a year: contacts in its busiest minute and second. */
export interface Peak {
  readonly perSecond: number;
  readonly perMinute: number;
}

/** The peak of `requests` a year, by the shares of the busiest day, hour and minute. */
export function peakOf(requests: number, load: Load): Peak {
  const day = (requests / 365) * load.peakDayFactor.value;
  const perMinute = ((day * load.peakHourShare.value) / 60) * load.peakMinuteFactor.value;
  return { perMinute, perSecond: perMinute / 60 };
}

/**
 * The hottest partitions at the peak, as if every ticket did all its life's writes in the second it came in: a bound above
 * what can be.
 *
 * @param ticket what the mean ticket spends in its life
 * @param wakeShards how many partitions the wake index has
 */
export function hotPartitions(
  peak: Peak,
  ticket: Spent,
  load: Load,
  wakeShards: number,
): readonly HotPartition[] {
  const worklist = ticket.indexWriteUnits.worklist ?? 0;
  const rows: readonly (readonly [string, number])[] = [
    [`one of ${wakeShards} shards of the wake index`, (ticket.indexWriteUnits.wake ?? 0) / wakeShards],
    ['worklist of the largest unit', worklist * load.largestUnitShare.value],
    ['worklist of the hotline, if it had every write', worklist],
    ['place index of the largest unit', (ticket.indexWriteUnits.place ?? 0) * load.largestUnitShare.value],
  ];
  return rows.map(([name, perTicket]) => {
    const writeUnits = perTicket * peak.perSecond;
    return { name, writeUnits, share: writeUnits / partitionWriteUnitsMax };
  });
}
