import { err, ok, type Result } from '../../../core/result.ts';
import type { UndertakingKindName } from '../../../core/undertaking/undertaking.ts';
import { kindOfId } from '../../../core/undertaking/undertaking-id.ts';
import { undertakingKind } from '../../../core/undertaking/undertaking-kinds.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Page, PageRequest } from '../../../ports/page.ts';
import type { Note } from '../../../ports/stored.ts';
import { type Caller, nameOf } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { ReadError } from '../../errors.ts';

/** One undertaking, as whoever may read it sees it. */
export async function readUndertaking(
  deps: Deps,
  { kind: name, id }: { readonly kind: UndertakingKindName; readonly id: string },
  caller: Caller,
): Promise<Result<UndertakingRecord, ReadError>> {
  const record = kindOfId(id) === name ? await deps.store.loadUndertaking(id) : undefined;
  if (record === undefined) return err({ code: 'NOT_FOUND' });
  return (await isReadable(deps, record, caller)) ? ok(record) : err({ code: 'FORBIDDEN' });
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

async function isReadable(deps: Deps, record: UndertakingRecord, caller: Caller): Promise<boolean> {
  if (caller.hotline) return true;
  const kind = undertakingKind(record.kind);
  if (kind.mayRead === undefined) return true;
  const rules = await deps.rulesOf(record.rulesHash);
  return kind.mayRead(kind.state.parse(record.state), { unit: nameOf(caller) }, rules);
}
