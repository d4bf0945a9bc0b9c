import type * as z from 'zod';
import type { Result } from '../result.ts';
import type { Rules } from '../rules/rules.ts';
import type { EpochMs } from '../time.ts';

/** What a city undertakes beside tickets (督办事项): 同因并案, 预警, 每月一题, 巡查, 联席会议. */
export const undertakingKindNames = ['matter', 'warning', 'topic', 'patrol', 'meeting'] as const;
export type UndertakingKindName = (typeof undertakingKindNames)[number];

/** Who asks: a unit's code, `hotline` or `clock`. What its token may ask at all was checked by the route. */
export interface UndertakingActor {
  readonly unit: string;
}

/** Where a decision puts what happened. `by` and `unit` are codes of units, `hotline` or `clock`. */
export interface UndertakingOut<Event extends string = string> {
  /** A line of history, stamped with its own time, under the rule that says so. */
  entry(at: EpochMs, event: Event, by: string, rule: string, unit?: string): void;
  /** Owes a unit (or `hotline`) word of what happened. */
  notice(at: EpochMs, to: string, event: Event): void;
}

/** An expected no, with what would have been possible. `status` and `accepted` are the kind's own words. */
export type UndertakingRefusal =
  | { readonly code: 'NOT_ACCEPTED'; readonly status: string; readonly accepted: readonly string[] }
  | { readonly code: 'FORBIDDEN' }
  | { readonly code: 'LIMIT_REACHED'; readonly rule: string; readonly limit: number }
  | { readonly code: 'OUT_OF_TURN'; readonly reason: string }
  | { readonly code: 'INVALID'; readonly field: string; readonly reason: string }
  | { readonly code: 'UNKNOWN_UNIT'; readonly unitCode: string }
  | { readonly code: 'NOT_IN_REMIT'; readonly rule: string; readonly field?: string }
  | {
      readonly code: 'CAPACITY';
      readonly what: 'history' | 'members' | 'bytes' | 'characters';
      readonly max: number;
    };

/** Where an undertaking stands in indexes, as its state has it. Codes and instants only: indexes hold nothing personal. */
export interface UndertakingKeys {
  /** The kind's own word, shown on worklists. */
  readonly status: string;
  readonly open: boolean;
  /** Whose worklist it stands on while it is open: a unit's code or `hotline`. */
  readonly owner: string;
  /** Until when the owner should act; absent: by its next promise, or now. */
  readonly actBy?: EpochMs;
  readonly overdue?: boolean;
  readonly item?: string;
  /** Lists it stands in, open or ended: `topic`, `topic/2021-03`, `warning/110101017`. No list name may contain `#`. */
  readonly lists: readonly string[];
}

/**
 * The rules of one kind of undertaking. States are plain JSON data and never changed in place: these are rare. Methods are
 * deterministic; time is an argument.
 */
export interface UndertakingKind<State, Command extends { readonly type: string }> {
  readonly kind: UndertakingKindName;
  /** Reads a stored state back. */
  readonly state: z.ZodType<State>;
  /** Reads a command; a discriminated union on `type`. */
  readonly command: z.ZodType<Command>;
  /** What can happen, as history and messages name it; titles are in `functions/messages`. */
  readonly events: readonly string[];
  /** The earliest limit it has promised to watch; `NEVER` for none. It has passed only when `now >` it. */
  nextPromiseAt(state: State): EpochMs;
  /** When a bounded piece of work on others (tickets, tallies) is due, at that instant already; absent or `NEVER`: none. */
  workAt?(state: State): EpochMs;
  /** Keeps every promise with `at < now`, oldest first, each stamped with its own `at`. */
  keep(state: State, now: EpochMs, rules: Rules, out: UndertakingOut): State;
  /** What `command` makes of a state whose promises are kept. A refusal changes nothing. */
  decide(
    state: State,
    command: Command,
    actor: UndertakingActor,
    now: EpochMs,
    rules: Rules,
    out: UndertakingOut,
  ): Result<State, UndertakingRefusal>;
  keys(state: State): UndertakingKeys;
  /** Whether a unit may read it; the hotline always may. Absent: whoever has the scope. */
  mayRead?(state: State, actor: UndertakingActor, rules: Rules): boolean;
}

/** A kind whose state and commands are only its own business. Methods take what its schemas have read. */
export type AnyUndertakingKind = UndertakingKind<unknown, { readonly type: string }>;
