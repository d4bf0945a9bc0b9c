import { areasOf } from '../../../functions/core/early/areas.ts';
import { type HourSlot, hourSlot, type WallHour } from '../../../functions/core/early/hour-slot.ts';
import type { WarningRules } from '../../../functions/core/early/warning/warning-rules.ts';
import { chooseAlarms } from '../../../functions/core/early/watch/choose-alarms.ts';
import { expectedHour } from '../../../functions/core/early/watch/expected-hour.ts';
import { newItemWatch } from '../../../functions/core/early/watch/new-watch.ts';
import { thresholdsOf } from '../../../functions/core/early/watch/watch-context.ts';
import { newWatch, watchHour } from '../../../functions/core/early/watch-stream.ts';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { type HourCounts, UsualCounts } from './usual-counts.ts';
import { type WatchedAreas, watchedAreas } from './watched-areas.ts';

/** An alarm of an item in an area, at the end of the hour that raised it. */
export interface HourAlarm {
  readonly item: number;
  readonly area: string;
  readonly hour: WallHour;
  /** The first hour of its evidence, and the requests since. */
  readonly since: WallHour;
  readonly count: number;
}

const fresh = (items: number): HourCounts => ({
  items: [],
  byItem: new Array<Map<number, number> | undefined>(items).fill(undefined),
});

/**
 * Watches the hourly counts of every item in every place, district and the city by the core's own rules, as the live
 * service does: it is told counts alone, and nothing of what causes them. Counts and evidence stand in typed arrays; a
 * test holds its alarms to those of the core's `watchItemHour`.
 */
export class HourWatch {
  private readonly rules: WarningRules;
  private readonly since: WallHour;
  private readonly areas: WatchedAreas;
  private readonly choosing;
  private readonly thresholds;
  private readonly usual: UsualCounts;
  private readonly chosen;
  /** By item and area: evidence, its hours and requests, and the requests of the hour before. */
  private readonly evidence: Float64Array;
  private readonly hours: Int32Array;
  private readonly requests: Int32Array;
  private readonly last: Int32Array;
  /** By item: areas that had requests in the hour before or gather evidence. */
  private readonly awake: Set<number>[];
  private readonly watch = newWatch();
  private counts: HourCounts;
  /** Hours that are not old enough to learn from, the oldest first. */
  private readonly late: HourCounts[] = [];

  constructor(rules: WarningRules, { items, units }: Rules, places: Iterable<number>, since: WallHour) {
    const areas = areasOf(units);
    this.rules = rules;
    this.since = since;
    this.areas = watchedAreas(areas, units, places);
    this.choosing = { areas, rules };
    this.thresholds = thresholdsOf(rules, items.count, areas.counts);
    this.usual = new UsualCounts(rules, this.areas, items.count);
    this.chosen = items.codes.map(() => newItemWatch(since, rules.level.lagHours));
    const streams = items.count * this.areas.codes.length;
    this.evidence = new Float64Array(streams);
    this.hours = new Int32Array(streams);
    this.requests = new Int32Array(streams);
    this.last = new Int32Array(streams);
    this.awake = items.codes.map(() => new Set<number>());
    this.counts = fresh(items.count);
  }

  /** A request has come in. */
  see(item: number, place: number): void {
    const { items, byItem } = this.counts;
    let counts = byItem[item];
    if (counts === undefined) {
      counts = new Map();
      byItem[item] = counts;
      items.push(item);
    }
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }

  /** The hour is over: the alarms it raises. */
  endHour(hour: WallHour): readonly HourAlarm[] {
    const { usual, counts, since } = this;
    const { lagHours } = this.rules.level;
    const learnt = hour - lagHours;
    const count = this.awake.length;
    this.late.push(counts);
    this.counts = fresh(count);
    const old = this.late.length > lagHours ? this.late.shift() : undefined;
    usual.refit(learnt);
    const isWatching = learnt - since >= this.rules.warmUpHours;
    const alarms: HourAlarm[] = [];
    const [slot, learntSlot] = [hourSlot(hour), hourSlot(learnt)];
    for (let item = 0; item < count; item += 1) {
      if (old !== undefined) usual.learnItem(item, learnt, learntSlot, old.byItem[item]);
      if (isWatching) this.gather({ item, hour, slot }, counts.byItem[item], alarms);
    }
    if (old !== undefined) usual.learnCity(learnt, old);
    return alarms;
  }

  private gather(
    { item, hour, slot }: { readonly item: number; readonly hour: WallHour; readonly slot: HourSlot },
    counts: ReadonlyMap<number, number> | undefined,
    alarms: HourAlarm[],
  ): void {
    const before = this.awake[item]!;
    if (counts === undefined && before.size === 0) return;
    const now = this.byArea(counts);
    const raised = new Map<string, HourAlarm>();
    const rate = this.usual.rate(item, hour, slot);
    for (const area of before) if (!now.has(area)) now.set(area, 0);
    before.clear();
    for (const [area, count] of now) {
      const alarm = this.take({ item, area, hour, count, rate });
      if (alarm !== undefined) raised.set(alarm.area, alarm);
    }
    if (raised.size === 0) return;
    for (const area of chooseAlarms(this.chosen[item]!, [...raised.keys()], hour, this.choosing)) {
      alarms.push(raised.get(area)!);
    }
  }

  /** Takes an hour into one stream. */
  private take(seen: {
    readonly item: number;
    readonly area: number;
    readonly hour: WallHour;
    readonly count: number;
    readonly rate: number;
  }): HourAlarm | undefined {
    const { rules, watch, areas } = this;
    const { item, area, hour, count, rate } = seen;
    const kind = areas.kinds[area]!;
    const stream = item * areas.codes.length + area;
    const usual = rate * this.usual.shareOf(item, area);
    const expected = expectedHour(usual, this.last[stream]!, rules.carryOver[kind], rules.dispersion[kind]);
    watch.evidence = this.evidence[stream]!;
    watch.hours = this.hours[stream]!;
    watch.count = this.requests[stream]!;
    const alarm = watchHour(watch, count, expected, rules.surge, this.thresholds[kind]);
    this.evidence[stream] = watch.evidence;
    this.hours[stream] = watch.hours;
    this.requests[stream] = watch.count;
    this.last[stream] = count;
    if (count > 0 || watch.hours > 0) this.awake[item]!.add(area);
    return (
      alarm && { item, area: areas.codes[area]!, hour, since: hour - alarm.hours + 1, count: alarm.count }
    );
  }

  private byArea(counts: ReadonlyMap<number, number> | undefined): Map<number, number> {
    const sums = new Map<number, number>();
    if (counts === undefined) return sums;
    for (const [place, count] of counts) {
      for (const area of this.areas.holding[place]!) sums.set(area, (sums.get(area) ?? 0) + count);
    }
    return sums;
  }
}
