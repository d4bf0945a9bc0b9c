import { isDeepStrictEqual } from 'node:util';
import { type EpochMs, NEVER } from '../../functions/core/time.ts';
import type { AnyUndertakingKind } from '../../functions/core/undertaking/undertaking.ts';
import { undertakingKind } from '../../functions/core/undertaking/undertaking-kinds.ts';
import type {
  UndertakingEffect,
  UndertakingEntry,
  UndertakingRecord,
} from '../../functions/core/undertaking/undertaking-record.ts';
import { nameOf } from '../../functions/usecases/caller.ts';
import { nextUndertaking } from '../../functions/usecases/early/undertakings/next-undertaking.ts';
import { UndertakingJournal } from '../../functions/usecases/early/undertakings/undertaking-journal.ts';
import type { Checker } from './checker.ts';
import type { Asked, Facts } from './facts.ts';
import { undertakingCommand } from './undertaking-commands.ts';
import { undertakingPromises } from './undertaking-promises.ts';

/**
 * Each write of an undertaking is done again by the rules alone, from what stood there before: promises first, each once
 * and at its own time, then the command that somebody sent. State, history, lists and what is owed must be the same.
 */
export const undertakingsLived: Checker = {
  name: 'undertakings-lived',
  promise:
    'each promise of an undertaking is kept once, at its own time, and each of its commands was asked for',
  phase: 'safety',
  onUndertaking: ({ before, after, at }, facts) =>
    before === undefined ? opened(after, facts) : moved(before, after, at, facts),
};

/** An undertaking begins with what was asked for, or with what time or the watch brings. */
function opened({ id, rev, history }: UndertakingRecord, facts: Facts): readonly string[] {
  const [first] = history;
  const isAsked =
    first?.by === 'clock' || facts.asked.some(({ commandId }) => commandId === first?.commandId);
  return rev === 1 && isAsked ? [] : [`${id} was opened by nobody`];
}

function moved(
  before: UndertakingRecord,
  after: UndertakingRecord,
  at: EpochMs,
  facts: Facts,
): readonly string[] {
  const { id, rev } = after;
  const { rules } = facts.cities.get(after.rulesHash)!;
  const kind = undertakingKind(after.kind);
  const fresh = after.history.slice(before.history.length);
  const own = fresh.findIndex(({ by, event }) => by !== 'clock' || !undertakingPromises.has(event));
  const command = fresh[own];
  const now = command?.at ?? (fresh.at(-1)?.at ?? before.lastAt - 1) + 1;
  const keep = () => {
    const journal = new UndertakingJournal(before.history.length, causeOf(command));
    return { journal, kept: kind.keep(kind.state.parse(before.state), now, rules, journal) };
  };
  const { journal, kept } = keep();
  const promised = journal.entries.map(told);
  const stands = (own < 0 ? fresh : fresh.slice(0, own)).map(told);
  if (!isDeepStrictEqual(stands, promised))
    return [`${id} at revision ${rev} has kept ${JSON.stringify(stands)}, not ${JSON.stringify(promised)}`];
  // A piece of work may come to nothing that is worth a line.
  const isAtWork =
    (kind.workAt?.(kept) ?? NEVER) <= at + facts.skewMaxMs && !isDeepStrictEqual(plain(kept), after.state);
  if (command === undefined)
    return isAtWork
      ? strangers(before, after)
      : differences(expectedOf(before, kept, journal, kind), before, after);
  if (command.by === 'clock' || command.actor === 'clock') return strangers(before, after);
  const found = sendersOf(command, after, facts).map((asked) => {
    const promised = keep();
    const sent = kind.command.parse(undertakingCommand(asked, before));
    const actor = { unit: nameOf(asked.caller) };
    const decided = kind.decide(promised.kept, sent, actor, now, rules, promised.journal);
    return decided.ok
      ? differences(expectedOf(before, decided.value, promised.journal, kind), before, after)
      : [`${id} at revision ${rev}: ${asked.operationId} is refused: ${decided.error.code}`];
  });
  const explained = found.find((findings) => findings.length === 0);
  return (
    explained ?? found[0] ?? [`${id} at revision ${rev}: nobody sent ${command.commandId} (${command.event})`]
  );
}

const expectedOf = (
  before: UndertakingRecord,
  state: unknown,
  journal: UndertakingJournal,
  kind: AnyUndertakingKind,
): UndertakingRecord => nextUndertaking(before, before, state, journal, kind, before.lastAt);

/** What a write that somebody's command or time alone explains says else than the rules do. */
function differences(
  expected: UndertakingRecord,
  before: UndertakingRecord,
  after: UndertakingRecord,
): readonly string[] {
  const of = ({ state, status, isOpen, overdue, history, lists }: UndertakingRecord) =>
    plain({ state: spoken(state), status, isOpen, overdue, lists, history: history.map(told) });
  const [is, should] = [of(after), of(expected)];
  if (!isDeepStrictEqual(is, should)) {
    return [`${after.id} at revision ${after.rev} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`];
  }
  // The write that clears what was sent owes nothing new.
  const owed = after.history.length === before.history.length ? before.owed : expected.owed;
  const known = new Set(owed.map(effectOf));
  const strange = after.owed.find((effect) => !known.has(effectOf(effect)));
  if (strange !== undefined) return [`${after.id} owes ${effectOf(strange)}, which the rules do not`];
  const isGrown = after.history.length > before.history.length;
  const missing = isGrown && expected.owed.find((one) => !after.owed.some(({ id }) => id === one.id));
  return missing ? [`${after.id} does not owe ${missing.id} (${missing.event})`] : [];
}

/** What time brings of itself (a count, a month, a piece done) is not known beforehand; it owes by its own revision. */
const strangers = ({ owed: before }: UndertakingRecord, { id, rev, owed }: UndertakingRecord) =>
  owed
    .filter((effect) => !before.some((one) => one.id === effect.id) && !effect.id.startsWith(`${id}.${rev}.`))
    .map((effect) => `${id} at revision ${rev} owes ${effect.id}`);

/** A state without what the service notes for itself between two steps of one command. */
const spoken = ({ reserved: _, handedOverAt: __, ...state }: Readonly<Record<string, unknown>>) => state;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const told = ({ commandDigest: _, ...entry }: UndertakingEntry) => entry;

const effectOf = ({ correlationId: _, ...effect }: UndertakingEffect): string =>
  JSON.stringify(Object.entries(effect).sort(([a], [b]) => (a < b ? -1 : 1)));

const causeOf = (entry: UndertakingEntry | undefined) =>
  entry?.commandId === undefined ? undefined : { commandId: entry.commandId, actor: entry.actor ?? '' };

/** Who sent a command: all who sent something under its key, since which of them was taken may not be answered yet. */
function sendersOf(
  { commandId = '' }: UndertakingEntry,
  { id }: UndertakingRecord,
  facts: Facts,
): readonly Asked[] {
  const sent = facts.asked.filter((asked) =>
    asked.operationId === 'submitFinding'
      ? `finding-${asked.ticketId}` === commandId
      : asked.commandId === commandId,
  );
  return sent.filter(({ path }) => Object.values(path).includes(id) || id.startsWith('patrol_'));
}
