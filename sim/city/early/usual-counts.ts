import { addHour, emptyCity } from '../../../functions/core/early/counters.ts';
import {
  type HourSlot,
  hourOfWeek,
  hourSlot,
  type WallHour,
} from '../../../functions/core/early/hour-slot.ts';
import { followLevel, levelAt, newLevel } from '../../../functions/core/early/recent-level.ts';
import { cityRates } from '../../../functions/core/early/usual.ts';
import type { WarningRules } from '../../../functions/core/early/warning/warning-rules.ts';
import { emptyProfile, fitItem, type ItemFit, rateOf, slotBase } from './fit-item.ts';
import type { WatchedAreas } from './watched-areas.ts';

/** Requests of one hour: how many of an item at a place. */
export interface HourCounts {
  /** Items that had any. */
  readonly items: number[];
  readonly byItem: (Map<number, number> | undefined)[];
}

/** What the city has counted, and what it takes for usual: learnt anew each day from hours that are old enough. */
export class UsualCounts {
  private readonly rules: WarningRules;
  private readonly areas: WatchedAreas;
  private readonly city = emptyCity();
  private readonly cityAreas: Float64Array;
  private readonly itemAreas: Float64Array;
  private readonly profiles;
  private readonly levels;
  private rates: Float64Array = new Float64Array(168);
  private fits: readonly ItemFit[] = [];
  private fitDay = Number.NaN;

  constructor(rules: WarningRules, areas: WatchedAreas, items: number) {
    this.rules = rules;
    this.areas = areas;
    this.cityAreas = new Float64Array(areas.codes.length);
    this.itemAreas = new Float64Array(areas.codes.length * items);
    this.profiles = Array.from({ length: items }, emptyProfile);
    this.levels = Array.from({ length: items }, newLevel);
  }

  /** Learns anew what is usual, once a day. To be done before the counts of an hour are taken in. */
  refit(hour: WallHour): void {
    const day = Math.floor(hour / 24);
    if (this.fitDay === day) return;
    this.fitDay = day;
    const { shrinkage } = this.rules;
    this.rates = cityRates(this.city, shrinkage);
    const base = slotBase(this.city.hours, this.rates);
    this.fits = this.profiles.map((profile) => fitItem(base, profile, shrinkage.time));
  }

  /** Takes in what an item brought in an hour, whose slot is found once for all items. */
  learnItem(
    item: number,
    hour: WallHour,
    slot: HourSlot,
    counts: ReadonlyMap<number, number> | undefined,
  ): void {
    let total = 0;
    if (counts !== undefined) {
      for (const [place, count] of counts) {
        total += count;
        for (const area of this.areas.holding[place]!) {
          this.itemAreas[item * this.areas.codes.length + area]! += count;
        }
      }
      const profile = this.profiles[item]!;
      profile.hourOfDay[slot.hourOfDay]! += total;
      profile.weekday[slot.weekday]! += total;
      profile.month[slot.month]! += total;
      profile.total += total;
    }
    const expected = rateOf(this.fits[item]!, this.rates, slot);
    followLevel(this.levels[item]!, { hour, count: total, expected }, this.rules.level);
  }

  /** And what all items brought together, once they have been taken in. */
  learnCity(hour: WallHour, { items, byItem }: HourCounts): void {
    const slot = hourSlot(hour);
    addHour(this.city, slot);
    for (const item of items) {
      for (const [place, count] of byItem[item]!) {
        this.city.requests[hourOfWeek(slot)]! += count;
        this.city.total += count;
        for (const area of this.areas.holding[place]!) this.cityAreas[area]! += count;
      }
    }
  }

  /** Requests of an item that are usual in an hour in the whole city. */
  rate(item: number, hour: WallHour, slot: HourSlot): number {
    return rateOf(this.fits[item]!, this.rates, slot) * levelAt(this.levels[item]!, hour, this.rules.level);
  }

  /** Share of an item's requests that an area brings, as the core's `areaShare`. */
  shareOf(item: number, area: number): number {
    const { area: strength } = this.rules.shrinkage;
    const ofAll = Math.min(1, (this.cityAreas[area]! + 0.5) / (this.city.total + 0.5));
    const own = this.itemAreas[item * this.areas.codes.length + area]!;
    return (own + strength * ofAll) / (this.profiles[item]!.total + strength);
  }
}
