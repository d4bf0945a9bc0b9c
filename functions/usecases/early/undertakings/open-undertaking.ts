import { err, ok, type Result } from '../../../core/result.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import type { EpochMs } from '../../../core/time.ts';
import type {
  UndertakingActor,
  UndertakingKindName,
  UndertakingOut,
  UndertakingRefusal,
} from '../../../core/undertaking/undertaking.ts';
import { undertakingId } from '../../../core/undertaking/undertaking-id.ts';
import { undertakingKind } from '../../../core/undertaking/undertaking-kinds.ts';
import { nameOf } from '../../caller.ts';
import { covered } from '../../covered.ts';
import type { Deps } from '../../deps.ts';
import { keepRules } from '../../keep-rules.ts';
import { nextUndertaking } from './next-undertaking.ts';
import { settleUndertaking } from './settle-undertaking.ts';
import { UndertakingJournal } from './undertaking-journal.ts';
import {
  keepSaid,
  requestCause,
  type Undertaken,
  type UndertakenResult,
  type UndertakingError,
  type UndertakingRequest,
} from './undertaking-request.ts';

export interface UndertakingOpening<State> extends UndertakingRequest {
  readonly kind: UndertakingKindName;
  /** What it is about, unique within its kind: opened again about the same, it is the same undertaking. */
  readonly about: string;
  /** When it begins, where that is a time of its own and not the instant it is asked for. */
  readonly openedAt?: EpochMs;
  /** All that was asked, to tell another body under the same key. */
  readonly said: unknown;
  /** The first state, or a refusal: the kind's own rule, which writes the first line of history. */
  begin(
    actor: UndertakingActor,
    now: EpochMs,
    rules: Rules,
    out: UndertakingOut,
  ): Result<State, UndertakingRefusal>;
}

/** Opens an undertaking under the rules of today. Idempotent on (kind, about); another body about the same is a conflict. */
export function openUndertaking<State>(deps: Deps, opening: UndertakingOpening<State>): UndertakenResult {
  return covered<Undertaken, UndertakingError>(async () => {
    const { rules } = deps.city;
    const { kind: name, about, caller } = opening;
    const id = undertakingId(name, deps.digest(JSON.stringify([name, about])));
    const clock = deps.clock.now();
    const now = opening.openedAt ?? clock;
    const cause = requestCause(deps, opening, opening.said);
    const journal = new UndertakingJournal(0, cause);
    const begun = opening.begin({ unit: nameOf(caller) }, now, rules, journal);
    const there = await deps.store.loadUndertaking(id);
    if (there === undefined) {
      if (!begun.ok) return begun;
      await keepRules(deps);
      const identity = { id, kind: name, rulesHash: rules.hash, openedAt: now };
      const record = nextUndertaking(identity, undefined, begun.value, journal, undertakingKind(name), clock);
      if ((await deps.store.createUndertaking(record)) === 'created') {
        await keepSaid(deps, opening, record, 'note');
        return ok({ record: await settleUndertaking(deps, record), isNew: true });
      }
    }
    const record = there ?? (await deps.store.loadUndertaking(id))!;
    const { commandDigest } = record.history[0]!;
    if (commandDigest !== undefined && commandDigest !== cause.commandDigest)
      return err({ code: 'CONFLICT' });
    await keepSaid(deps, opening, record, 'note');
    return ok({ record, isNew: false });
  });
}
