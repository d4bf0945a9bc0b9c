import { err, ok, type Result } from '../../../core/result.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import type { UndertakingKindName } from '../../../core/undertaking/undertaking.ts';
import { kindOfId } from '../../../core/undertaking/undertaking-id.ts';
import { undertakingKind } from '../../../core/undertaking/undertaking-kinds.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import { nameOf } from '../../caller.ts';
import { writeAttemptsMax } from '../../command-ticket.ts';
import { covered } from '../../covered.ts';
import type { Deps } from '../../deps.ts';
import { requestMaxMs } from '../../request-max.ts';
import { nextUndertaking } from './next-undertaking.ts';
import { isReadable } from './read-undertakings.ts';
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

/** History beyond this takes no more commands; promises may still be kept. */
const commandEntriesMax = 800;
/** Nor does an item of more bytes: a store holds 400 KB, and what was promised must still fit. */
const commandBytesMax = 350_000;

export interface UndertakingCommand extends UndertakingRequest {
  readonly kind: UndertakingKindName;
  readonly id: string;
  /** Read by the kind's own schema. */
  readonly command: { readonly type: string };
}

/**
 * Asks an undertaking for something: promises first, then the command, one conditional write, then what is owed. A lost race
 * decides again on the new state; a command already in the history is answered, not done twice. To who may not read it, it
 * is not there.
 */
export function commandUndertaking(deps: Deps, request: UndertakingCommand): UndertakenResult {
  return covered<Undertaken, UndertakingError>(async () => {
    const cause = requestCause(deps, request, request.command);
    const until = deps.clock.now() + requestMaxMs;
    for (let attempt = 0; attempt < writeAttemptsMax; attempt += 1) {
      const record =
        kindOfId(request.id) === request.kind ? await deps.store.loadUndertaking(request.id) : undefined;
      if (record === undefined) return err({ code: 'NOT_FOUND' });
      const rules = await deps.rulesOf(record.rulesHash);
      const said = record.history.find(({ commandId }) => commandId === request.commandId);
      if (said !== undefined) {
        const isOwn = said.actor === request.caller.subject;
        if (!isOwn && !(await isReadable(deps, record, request.caller))) return err({ code: 'NOT_FOUND' });
        if (said.commandDigest !== undefined && said.commandDigest !== cause.commandDigest)
          return err({ code: 'CONFLICT' });
        await keepSaid(deps, request, record, 'note');
        return ok({ record, isNew: false });
      }
      const journal = new UndertakingJournal(record.history.length, cause);
      const next = decideOn(deps, request, record, rules, journal);
      if (!next.ok)
        return (await isReadable(deps, record, request.caller)) ? next : err({ code: 'NOT_FOUND' });
      if (deps.clock.now() > until) break;
      if ((await deps.store.saveUndertaking(next.value, record.rev)) === 'stale') continue;
      await keepSaid(deps, request, next.value, 'note');
      return ok({ record: await settleUndertaking(deps, next.value), isNew: true });
    }
    return err({ code: 'BUSY' });
  });
}

function decideOn(
  deps: Deps,
  { command, caller }: UndertakingCommand,
  record: UndertakingRecord,
  rules: Rules,
  journal: UndertakingJournal,
): Result<UndertakingRecord, UndertakingError> {
  if (record.history.length >= commandEntriesMax)
    return err({ code: 'CAPACITY', what: 'history', max: commandEntriesMax });
  const kind = undertakingKind(record.kind);
  const clock = deps.clock.now();
  const now = Math.max(clock, record.lastAt);
  const kept = kind.keep(kind.state.parse(record.state), now, rules, journal);
  const decided = kind.decide(kept, command, { unit: nameOf(caller) }, now, rules, journal);
  if (!decided.ok) return decided;
  const next = nextUndertaking(record, record, decided.value, journal, kind, clock);
  return Buffer.byteLength(JSON.stringify(next)) > commandBytesMax
    ? err({ code: 'CAPACITY', what: 'bytes', max: commandBytesMax })
    : ok(next);
}
