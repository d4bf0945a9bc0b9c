import { areasOf } from '../../../core/early/areas.ts';
import type { WallHour } from '../../../core/early/hour-slot.ts';
import { thresholdsOf } from '../../../core/early/watch/watch-context.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { earlyPart } from '../../../core/rules/early-rules.ts';
import { isOrIsOver } from '../../../core/undertaking/standing.ts';
import { type Caller, nameOf } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import { everyItemWatch } from './every-item-watch.ts';

/** A stream of one item in the area that is gathering evidence, or was in alarm lately. */
interface StreamState {
  readonly item: string;
  /** Evidence as a share of what raises an alarm. */
  readonly evidence: number;
  /** Hours, requests and what was usual since the evidence began to gather. */
  readonly hours: number;
  readonly count: number;
  readonly usual: number;
  readonly alarmedIn?: WallHour;
  readonly warnedIn?: WallHour;
}

/** How the watch over an area stands. */
export interface WatchView {
  /** The first hour that was watched, and the next that will be. */
  readonly since: WallHour;
  readonly next: WallHour;
  readonly isWarm: boolean;
  readonly streams: readonly StreamState[];
}

export type WatchError =
  | { readonly code: 'NOT_IN_REMIT'; readonly rule: string }
  | { readonly code: 'UNKNOWN_UNIT'; readonly unitCode: string }
  | { readonly code: 'FORBIDDEN' }
  | { readonly code: 'NOT_FOUND' };

/** The detection streams of an area, the most evidence first. `NOT_FOUND`: the city was not watched yet. */
export async function readWatch(
  deps: Deps,
  unitCode: string,
  caller: Caller,
): Promise<Result<WatchView, WatchError>> {
  const { rules } = deps.city;
  const warning = earlyPart(rules, 'warning');
  if (!warning.ok) return warning;
  if (!rules.units.byCode.has(unitCode)) return err({ code: 'UNKNOWN_UNIT', unitCode });
  if (!isOrIsOver({ unit: nameOf(caller) }, unitCode, rules)) return err({ code: 'FORBIDDEN' });
  const head = await deps.store.loadCityWatch();
  if (head === undefined) return err({ code: 'NOT_FOUND' });
  const areas = areasOf(rules.units);
  const threshold = thresholdsOf(warning.value, rules.items.count, areas.counts)[areas.kindOf(unitCode)];
  const streams: StreamState[] = [];
  for (const [item, { watch }] of await everyItemWatch(deps.store)) {
    const stream = watch.streams[unitCode];
    const alarmedIn = watch.alarmed[unitCode];
    const warnedIn = watch.warned[unitCode];
    if (stream === undefined && alarmedIn === undefined) continue;
    const { evidence = 0, hours = 0, count = 0, usual = 0 } = stream ?? {};
    streams.push({
      item,
      evidence: evidence / threshold,
      hours,
      count,
      usual,
      ...(alarmedIn === undefined ? {} : { alarmedIn }),
      ...(warnedIn === undefined ? {} : { warnedIn }),
    });
  }
  const { since, next } = head.watch;
  const { level, warmUpHours } = warning.value;
  return ok({
    since,
    next,
    isWarm: next - level.lagHours - since >= warmUpHours,
    streams: streams.sort((a, b) => b.evidence - a.evidence),
  });
}
