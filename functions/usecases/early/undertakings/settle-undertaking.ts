import { undertakingKind } from '../../../core/undertaking/undertaking-kinds.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Deps } from '../../deps.ts';
import { wakeSoon } from '../../wake-soon.ts';
import { afterSendingUndertaking } from './next-undertaking.ts';

/** The clearing write is tried this often; after that everything is simply sent again later. */
const clearAttemptsMax = 4;

/**
 * Sends what a written undertaking owes and puts its lists right, then clears both: at least once, whatever fails between.
 *
 * @returns the record as it stands afterwards
 */
export async function sendOwedUndertaking(deps: Deps, record: UndertakingRecord): Promise<UndertakingRecord> {
  const { owed, listsOwed } = record;
  if (owed.length + listsOwed.length === 0) return record;
  const [unsent] = await Promise.all([
    owed.length === 0 ? [] : deps.effects.send(owed),
    ...listsOwed.map((list) => putListed(deps, record, list)),
  ]);
  const kept = new Set(unsent);
  const sent = new Set(owed.map(({ id }) => id).filter((id) => !kept.has(id)));
  const kind = undertakingKind(record.kind);
  let current = record;
  for (let attempt = 0; attempt < clearAttemptsMax; attempt += 1) {
    const listed = new Set(listsOwed.filter((list) => isListed(current, list) === isListed(record, list)));
    if (![...current.owed, ...current.listsOwed].some((one) => isDone(one, sent, listed))) return current;
    const next = afterSendingUndertaking(current, sent, listed, kind, deps.clock.now());
    if ((await deps.store.saveUndertaking(next, current.rev)) === 'saved') return next;
    current = (await deps.store.loadUndertaking(record.id)) ?? current;
  }
  return current;
}

/** After a write the caller may count on: a failure here loses nothing, since the sweeper finds what is still owed. */
export async function settleUndertaking(deps: Deps, record: UndertakingRecord): Promise<UndertakingRecord> {
  try {
    const settled = await sendOwedUndertaking(deps, record);
    await wakeSoon(deps, settled);
    return settled;
  } catch (cause) {
    deps.deferred(record.id, cause);
    return record;
  }
}

const isListed = ({ lists }: UndertakingRecord, list: string) => lists.includes(list);

function isDone(
  one: string | UndertakingRecord['owed'][number],
  sent: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): boolean {
  return typeof one === 'string' ? listed.has(one) : sent.has(one.id);
}

const putListed = (deps: Deps, record: UndertakingRecord, list: string) => {
  const { id, rev, openedAt } = record;
  return deps.store.putListed({ id, list, rev, openedAt, isListed: isListed(record, list) });
};
