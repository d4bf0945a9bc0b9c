import { thaw } from '../core/record/freeze.ts';
import { err, ok, type Result } from '../core/result.ts';
import { isWithin } from '../core/rules/unit-table.ts';
import type { LedgerEntry } from '../core/score/ledger-entry.ts';
import { mayRead } from '../core/ticket/authority.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { Note, WorklistRow } from '../ports/stored.ts';
import { actorOf, type Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Forbidden, ReadError, UnknownUnit } from './errors.ts';
import { notYours } from './not-yours.ts';

type ListError = Forbidden | UnknownUnit;

/** Whether the caller may see the lists of `unit`: its own, of a unit below it, or anybody's for the hotline. */
export function mayList({ city }: Deps, unit: string, caller: Caller): Result<undefined, ListError> {
  const { units } = city.rules;
  if (unit === 'hotline') return caller.hotline ? ok(undefined) : err(forbidden);
  const asked = units.byCode.get(unit);
  if (asked === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: unit });
  if (caller.hotline) return ok(undefined);
  const own = caller.unit === undefined ? undefined : units.byCode.get(caller.unit);
  return own !== undefined && isWithin(units, asked, own) ? ok(undefined) : err(forbidden);
}

/** What a unit (or `hotline`) has to do (待办), soonest first. */
export async function listWorklist(
  deps: Deps,
  { owner, page }: { readonly owner: string; readonly page: PageRequest },
  caller: Caller,
): Promise<Result<Page<WorklistRow>, ListError>> {
  const allowed = mayList(deps, owner, caller);
  return allowed.ok ? ok(await deps.store.worklist(owner, page)) : allowed;
}

/** A unit's scored cases of a month (`2026-11`), in the order they were closed. */
export async function listLedger(
  deps: Deps,
  { unit, month, page }: { readonly unit: string; readonly month: string; readonly page: PageRequest },
  caller: Caller,
): Promise<Result<Page<LedgerEntry>, ListError>> {
  const allowed = mayList(deps, unit, caller);
  return allowed.ok ? ok(await deps.store.ledger(unit, month, page)) : allowed;
}

/** The notes beside a ticket, oldest first. */
export async function listNotes(
  deps: Deps,
  ticketId: string,
  page: PageRequest,
  caller: Caller,
): Promise<Result<Page<Note>, ReadError>> {
  const record = await deps.store.load(ticketId);
  if (record === undefined) return err({ code: 'NOT_FOUND' });
  const rules = await deps.rulesOf(record.rulesHash);
  const t = thaw(record.state, rules);
  if (!mayRead(t, actorOf(caller, rules), rules)) return err(notYours(record, t, caller, rules));
  return ok(await deps.store.notes(ticketId, page));
}

const forbidden = { code: 'FORBIDDEN' } as const;
