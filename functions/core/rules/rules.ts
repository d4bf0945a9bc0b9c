import type { Calendar } from '../calendar/calendar.ts';
import type { ScoreRules } from '../score/score-rules.ts';
import type { DurationMs } from '../time.ts';
import type { DutyTable } from './duty-table.ts';
import type { EarlyRules } from './early-rules.ts';
import type { ItemTable } from './item-table.ts';
import type { Ladder } from './ladder.ts';
import type { Power } from './powers.ts';
import type { Rollout } from './rollout.ts';
import type { SharingRules } from './sharing-rules.ts';
import type { UnitTable } from './unit-table.ts';
import type { WhistleKind } from './whistle-kinds.ts';

/** A tier (四级处置). `limitMs` is Infinity where the tier has no deadline. */
export interface Tier {
  readonly key: string;
  readonly limitMs: DurationMs;
  readonly calendar: Calendar;
  readonly rule: string;
}

/**
 * Everything `decide` reads: policy pack, directory, catalogue and calendars compiled to tables with integer ids.
 * Lengths are in milliseconds and already divided by the speed of a demonstration. `hash` names the sources.
 */
export interface Rules {
  readonly hash: string;
  readonly policyId: string;
  /** First day of the pack: `2026-10-01`, in the city's own time. */
  readonly validFrom: string;
  readonly speed: number;
  readonly units: UnitTable;
  readonly items: ItemTable;
  readonly tiers: readonly Tier[];
  readonly tierByKey: ReadonlyMap<string, number>;
  readonly dispatchClassKeys: readonly string[];
  readonly dispatchLimitMs: Float64Array;
  /** The slowest dispatch class: what a ticket without an item gets. */
  readonly defaultDispatchClass: number;
  readonly lateMaxMs: DurationMs;
  /** The tier of a request flagged urgent; -1 leaves the item's. */
  readonly urgentTier: number;
  readonly utcOffsetMs: DurationMs;
  readonly elderCheckMs: DurationMs;
  readonly routing: 'subdistrict' | 'catalogue';
  readonly dispute: {
    readonly timesMax: number;
    readonly windowMs: DurationMs;
    readonly arbitrationMs: DurationMs;
    readonly handlingClock: 'runs' | 'pauses';
    readonly arbiter: 'district' | 'city';
  };
  readonly handling: {
    readonly startsAt: 'request' | 'dispatch' | 'sign';
    readonly signing: 'explicit' | 'automatic';
    readonly signMs: DurationMs;
    readonly contactMs: DurationMs;
    readonly helperShare: number;
    readonly extensionsMax: number;
    readonly extensionShareMax: number;
    readonly suspendedReviewMs: DurationMs;
  };
  readonly ladder: Ladder;
  readonly superviseAfterReopens: number;
  readonly superviseAfterTransfers: number;
  /** Whether the subdistrict of the place may supervise and urge (督办权) the departments and bodies that lead there. */
  readonly streetSupervises: boolean;
  readonly reviewMs: DurationMs;
  readonly callback: {
    readonly trigger: 'atAnswer' | 'atDeadline';
    readonly delayMs: DurationMs;
    readonly attemptsMax: number;
    readonly retryMs: DurationMs;
    readonly windowMs: DurationMs;
    readonly grades: ReadonlyMap<string, boolean>;
  };
  readonly reopen: { readonly timesMax: number; readonly limitShare: number };
  readonly whistleKinds: readonly WhistleKind[];
  readonly whistleByKey: ReadonlyMap<string, number>;
  readonly rollout: Rollout;
  /** The powers of the street (赋权), by key. */
  readonly powers: ReadonlyMap<string, Power>;
  /** Lists of resources and needs (三个清单), where the pack has them. */
  readonly sharing: SharingRules | undefined;
  /** The duty list (职责清单), where the pack has one. */
  readonly duties: DutyTable | undefined;
  /** Acting before the request (未诉先办): matters, repeats, warnings, topics, patrols. */
  readonly early: EarlyRules;
  readonly score: ScoreRules;
}
