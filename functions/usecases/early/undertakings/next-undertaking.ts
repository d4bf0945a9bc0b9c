import { type DurationMs, type EpochMs, NEVER, secondMs } from '../../../core/time.ts';
import type { AnyUndertakingKind, UndertakingKeys } from '../../../core/undertaking/undertaking.ts';
import {
  type UndertakingEffect,
  type UndertakingRecord,
  undertakingFormat,
} from '../../../core/undertaking/undertaking-record.ts';
import type { UndertakingJournal } from './undertaking-journal.ts';

/** What is not cleared this long after it was owed is sent again. */
const owedRetryMs: DurationMs = 60 * secondMs;

export type UndertakingIdentity = Pick<UndertakingRecord, 'id' | 'kind' | 'rulesHash' | 'openedAt'>;

/** The record to write after a decision: state, appended history, what is owed, and the index keys. */
export function nextUndertaking(
  identity: UndertakingIdentity,
  before: UndertakingRecord | undefined,
  state: unknown,
  journal: UndertakingJournal,
  kind: AnyUndertakingKind,
  now: EpochMs,
): UndertakingRecord {
  const keys = kind.keys(state);
  const rev = (before?.rev ?? 0) + 1;
  const owed = [...(before?.owed ?? []), ...effectsOf(identity, rev, before?.status, keys, journal)];
  const lists = [...new Set(keys.lists)];
  const moved = [...lists.filter((list) => !before?.lists.includes(list)), ...leftLists(before, lists)];
  const listsOwed = [...new Set([...(before?.listsOwed ?? []), ...moved])];
  const { id, rulesHash, openedAt } = identity;
  const wakeAt = wakeTime(kind, state, owed.length + listsOwed.length, now);
  const actBy = keys.actBy ?? Math.min(kind.nextPromiseAt(state), now);
  return {
    format: undertakingFormat,
    id,
    kind: identity.kind,
    rev,
    rulesHash,
    openedAt,
    lastAt: journal.entries.at(-1)?.at ?? before?.lastAt ?? openedAt,
    status: keys.status,
    isOpen: keys.open,
    overdue: keys.overdue ?? false,
    ...(keys.item === undefined ? {} : { item: keys.item }),
    state: state as Record<string, unknown>,
    history: [...(before?.history ?? []), ...journal.entries],
    owed,
    lists,
    listsOwed,
    ...(wakeAt === NEVER ? {} : { wakeAt }),
    ...(keys.open ? { owner: keys.owner, actBy } : {}),
  };
}

/** The record once `sent` effects have been sent and `listed` lists are right. */
export function afterSendingUndertaking(
  record: UndertakingRecord,
  sent: ReadonlySet<string>,
  listed: ReadonlySet<string>,
  kind: AnyUndertakingKind,
  now: EpochMs,
): UndertakingRecord {
  const { wakeAt: _, ...rest } = record;
  const owed = record.owed.filter(({ id }) => !sent.has(id));
  const listsOwed = record.listsOwed.filter((list) => !listed.has(list));
  const wakeAt = wakeTime(kind, record.state, owed.length + listsOwed.length, now);
  return { ...rest, rev: record.rev + 1, owed, listsOwed, ...(wakeAt === NEVER ? {} : { wakeAt }) };
}

const leftLists = (before: UndertakingRecord | undefined, lists: readonly string[]) =>
  before?.lists.filter((list) => !lists.includes(list)) ?? [];

/** A limit has passed only after it; work is due at its instant already. */
function wakeTime(kind: AnyUndertakingKind, state: unknown, owed: number, now: EpochMs): EpochMs {
  const promised = Math.min(kind.nextPromiseAt(state) + 1, kind.workAt?.(state) ?? NEVER);
  return owed === 0 ? promised : Math.min(promised, now + owedRetryMs);
}

function effectsOf(
  { id, kind }: UndertakingIdentity,
  rev: number,
  statusBefore: string | undefined,
  { status, open: isOpen, actBy }: UndertakingKeys,
  journal: UndertakingJournal,
): UndertakingEffect[] {
  const { correlationId } = journal;
  const told = {
    undertakingId: id,
    undertaking: kind,
    rev,
    status,
    isOpen,
    ...(actBy === undefined ? {} : { actBy }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
  const notices = journal.notices.map((notice, n) => ({
    ...told,
    id: `${id}.${rev}.${n + 1}`,
    kind: 'notice' as const,
    ...notice,
  }));
  const last = journal.entries.at(-1);
  if (status === statusBefore || last === undefined) return notices;
  const { at, event, rule } = last;
  return [...notices, { ...told, id: `${id}.${rev}.0`, kind: 'status', to: 'hotline', at, event, rule }];
}
