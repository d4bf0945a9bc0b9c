import type { WallHour } from '../../../functions/core/early/hour-slot.ts';

interface Sighting {
  readonly hour: WallHour;
  readonly place: number;
  readonly cause: number;
}

/** What is older than so many hours no alarm rests on. */
const hoursKept = 24 * 14;

/** Which requests of late a cause brought, by item: what the simulation knows and the watch does not. */
export class Sightings {
  private readonly byItem = new Map<number, Sighting[]>();

  note(item: number, sighting: Sighting): void {
    const seen = this.byItem.get(item);
    if (seen === undefined) this.byItem.set(item, [sighting]);
    else {
      while (seen[0] !== undefined && seen[0].hour < sighting.hour - hoursKept) seen.shift();
      seen.push(sighting);
    }
  }

  /** Requests of an item that causes brought in some hours at places, and those causes, the busiest first. */
  within(
    item: number,
    since: WallHour,
    isThere: (place: number) => boolean,
  ): { readonly requests: number; readonly causes: readonly number[] } {
    const counts = new Map<number, number>();
    for (const { hour, place, cause } of this.byItem.get(item) ?? []) {
      if (hour >= since && isThere(place)) counts.set(cause, (counts.get(cause) ?? 0) + 1);
    }
    const causes = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
    return {
      requests: causes.reduce((sum, [, count]) => sum + count, 0),
      causes: causes.map(([cause]) => cause),
    };
  }
}
