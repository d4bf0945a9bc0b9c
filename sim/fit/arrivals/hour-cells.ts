import { type EpochMs, hourMs } from '../../../functions/core/time.ts';
import type { Mapping } from '../mapping/mapping-schema.ts';

/**
 * How many requests each hour of the wall clock brought: a count an hour, so a file of any length fits. Requests whose
 * day alone is known count in `dateOnly` and not in an hour.
 */
export interface HourCells {
  /** Count by hour since 1970 of the wall clock. */
  readonly counts: Map<number, number>;
  dateOnly: number;
}

export const emptyHourCells = (): HourCells => ({ counts: new Map(), dateOnly: 0 });

export const addOpening = (cells: HourCells, openedAt: EpochMs, isDateOnly: boolean): void => {
  if (isDateOnly) {
    cells.dateOnly++;
    return;
  }
  const hour = Math.floor(openedAt / hourMs);
  cells.counts.set(hour, (cells.counts.get(hour) ?? 0) + 1);
};

/** An hour that was recorded. Weekday 0 is Monday, month 0 is January. */
export interface HourCell {
  readonly day: number;
  readonly hour: number;
  readonly weekday: number;
  readonly month: number;
  readonly count: number;
}

/** Most hours a file may span: a century, beyond which a time was misread. */
const hoursMax = 100 * 366 * 24;

/**
 * The recorded hours in order of time. With coverage `whole` every hour from the first to the last, empty ones too; with
 * `gaps` only those with a request.
 * @throws RangeError if the times span more than a century.
 */
export function recordedHours({ counts }: HourCells, coverage: Mapping['coverage']): HourCell[] {
  const known = [...counts.keys()].sort((a, b) => a - b);
  const [first, last] = [known[0] ?? 0, known.at(-1) ?? -1];
  if (last - first > hoursMax) {
    throw new RangeError(`opening times from ${textOf(first)} to ${textOf(last)}: more than a century`);
  }
  const hours = coverage === 'gaps' ? known : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return hours.map((at) => {
    const day = Math.floor(at / 24);
    return {
      day,
      hour: at - day * 24,
      weekday: (((day + 3) % 7) + 7) % 7,
      month: new Date(day * 24 * hourMs).getUTCMonth(),
      count: counts.get(at) ?? 0,
    };
  });
}

const textOf = (hour: number) => new Date(hour * hourMs).toISOString().slice(0, 10);
