import { err, ok, type Result } from '../../../core/result.ts';
import type { UndertakingKindName } from '../../../core/undertaking/undertaking.ts';
import { kindOfId } from '../../../core/undertaking/undertaking-id.ts';
import { undertakingKind } from '../../../core/undertaking/undertaking-kinds.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Page, PageRequest } from '../../../ports/page.ts';
import type { Note } from '../../../ports/stored.ts';
import { type Caller, nameOf } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { NotFound } from '../../errors.ts';
import { clockCaller } from './undertaking-request.ts';

/** One undertaking, as whoever may read it sees it; to anybody else it is not there. */
export async function readUndertaking(
  deps: Deps,
  { kind: name, id }: { readonly kind: UndertakingKindName; readonly id: string },
  caller: Caller,
): Promise<Result<UndertakingRecord, NotFound>> {
  const record = kindOfId(id) === name ? await deps.store.loadUndertaking(id) : undefined;
  const isThere = record !== undefined && (await isReadable(deps, record, caller));
  return isThere ? ok(record) : err({ code: 'NOT_FOUND' });
}

/** A list of undertakings, latest opened first; a row the caller may not read is left out. */
export async function listUndertakings(
  deps: Deps,
  { list, page }: { readonly list: string; readonly page: PageRequest },
  caller: Caller,
): Promise<Page<UndertakingRecord>> {
  const { rows, ...rest } = await deps.store.listUndertakings(list, page);
  const readable = await Promise.all(rows.map((record) => isReadable(deps, record, caller)));
  return { ...rest, rows: rows.filter((_, n) => readable[n]) };
}

/** What was said about an undertaking, oldest first. */
export async function undertakingNotes(deps: Deps, id: string, page: PageRequest): Promise<Page<Note>> {
  return deps.store.notes(id, page);
}

/** Whether the caller may read it: the kind says who; the hotline and the clock always may. */
export async function isReadable(deps: Deps, record: UndertakingRecord, caller: Caller): Promise<boolean> {
  if (caller.hotline || caller.unit === clockCaller.unit) return true;
  const kind = undertakingKind(record.kind);
  if (kind.mayRead === undefined) return true;
  const rules = await deps.rulesOf(record.rulesHash);
  return kind.mayRead(kind.state.parse(record.state), { unit: nameOf(caller) }, rules);
}
