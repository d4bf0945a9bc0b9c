import type { BoardRow } from '../../functions/core/score/board.ts';
import type { MeasureName } from './measures.ts';
import type { MonthFigures } from './month-figures.ts';
import type { PartResult } from './parts/part-result.ts';
import type { GamingStrategy } from './units-schema.ts';

/** Counts by range: `counts[i]` values from `edges[i]` to before `edges[i + 1]`; the last range has no upper end. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Tickets of one tier (四级处置) that ended after the warm-up. Hours run from the opening to the answer. */
export interface TierResult {
  readonly tier: string;
  readonly tickets: number;
  /** `null` where nothing ended. */
  readonly onTimeShare: number | null;
  readonly p50Hours: number | null;
  readonly p90Hours: number | null;
  readonly p99Hours: number | null;
  /** How late the late ones were answered, in hours after their deadline. */
  readonly latenessHours: Histogram;
}

/** One kind of whistle (吹哨报到): how the units it called arrived. */
interface ArrivalResult {
  readonly kind: string;
  readonly summonses: number;
  readonly onTimeShare: number | null;
  /** From the call to the arrival, in minutes; calls that nobody answered are in no range. */
  readonly minutes: Histogram;
}

/** One day of the run. Levels (backlog, overdue, utilisation) are those of the day's end, of the whole city. */
export interface DayResult {
  readonly date: string;
  readonly contacts: number;
  readonly tickets: number;
  readonly closed: number;
  /** Tickets that units have and have not answered. */
  readonly backlog: number;
  readonly overdueOpen: number;
  /** Working hours used that day over those on duty. */
  readonly utilisation: number;
}

/** One unit that led tickets after the warm-up. */
export interface UnitResult {
  readonly unit: string;
  readonly kind: string;
  /** Its district; the city's own code for a unit of none. */
  readonly district: string;
  readonly tickets: number;
  /** Posts on duty in the busiest shift. */
  readonly staff: number;
  readonly utilisation: number;
  readonly backlogMax: number;
  /** Mean wait for somebody free, from the moment the matter could be worked on; `null` where nothing was begun. */
  readonly waitHoursMean: number | null;
  readonly onTimeShare: number | null;
  /** The strategy it plays; `null` for an honest unit. */
  readonly plays: GamingStrategy | null;
}

/** The boards of one month (考评排名), by group of units that are ranked together. */
export interface MonthResult {
  /** `2026-11`. */
  readonly month: string;
  readonly groups: Readonly<Record<string, readonly BoardRow[]>>;
}

/** One kind of cause of requests, or one surge of the load, after the warm-up. */
export interface CauseResult {
  readonly id: string;
  readonly causes: number;
  readonly tickets: number;
  readonly avoided: number;
  readonly detected: number;
  /** From the first request of those detected to the warning, mean; `null` where none was. */
  readonly detectionHours: number | null;
}

/** A value of the scenario that nobody published: its path, the value and why it is what it is. */
interface AssumptionResult {
  readonly key: string;
  readonly value: unknown;
  readonly why: string;
}

/** What one replication showed. Plain data: equal (scenario, pack, seed, replication) give equal results everywhere. */
export interface RunResult {
  readonly scenario: string;
  readonly pack: string;
  readonly rulesHash: string;
  readonly city: string;
  readonly seed: number;
  readonly replication: number;
  readonly startDate: string;
  /** Days simulated; the first `warmUpDays` of them are in no tally. */
  readonly days: number;
  readonly warmUpDays: number;
  /** Fingerprint of every tally. */
  readonly digest: string;
  /** Events of the simulation, and decisions of the rules (commands and promises kept). */
  readonly events: number;
  readonly decisions: number;
  readonly measures: Readonly<Record<MeasureName, number>>;
  readonly byTier: readonly TierResult[];
  readonly rungs: readonly { readonly rung: string; readonly count: number }[];
  readonly arrivals: readonly ArrivalResult[];
  readonly daily: readonly DayResult[];
  readonly units: readonly UnitResult[];
  readonly boards: readonly MonthResult[];
  /** Rates of the whole city, for each whole month after the warm-up. */
  readonly monthly: readonly MonthFigures[];
  /** What caused requests; absent where the scenario says nothing of causes. */
  readonly causes?: readonly CauseResult[];
  /** What the parts of the model show that the scenario switches on; absent where it switches on none. */
  readonly parts?: readonly PartResult[];
  readonly assumptions: readonly AssumptionResult[];
  /** Commands that the rules refused, with their code: none where the model fits the pack. */
  readonly refused: readonly { readonly command: string; readonly count: number }[];
}
