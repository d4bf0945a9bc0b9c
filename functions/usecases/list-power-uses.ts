import * as z from 'zod';
import { ok, type Result } from '../core/result.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Forbidden, UnknownUnit } from './errors.ts';
import { mayList } from './list-tickets.ts';
import { powerIdPrefix } from './use-power.ts';

/** One use of a power. `text` is absent once it is erased; `id` is what it is erased by. */
export interface PowerUse {
  readonly id: string;
  readonly unit: string;
  readonly power: string;
  readonly towards: string;
  readonly at: number;
  readonly text?: string;
}

const kept = z.object({ text: z.string() });

/** A street's uses of its powers in a month, with what was said. */
export async function listPowerUses(
  { store, ...deps }: Deps,
  { unit, month, page }: { readonly unit: string; readonly month: string; readonly page: PageRequest },
  caller: Caller,
): Promise<Result<Page<PowerUse>, Forbidden | UnknownUnit>> {
  const allowed = mayList({ store, ...deps }, unit, caller);
  if (!allowed.ok) return allowed;
  const entries = await store.ledger(unit, month, page, powerIdPrefix);
  const rows = entries.rows.flatMap((entry) => (entry.type === 'power' ? [entry] : []));
  const uses = rows.map(async ({ id, power, towards = '', at }): Promise<PowerUse> => {
    const useId = id.slice(powerIdPrefix.length);
    const body = (await store.loadRequest(useId))?.body;
    const text = body === undefined ? undefined : kept.parse(JSON.parse(body)).text;
    return { id: useId, unit, power, towards, at, ...(text === undefined ? {} : { text }) };
  });
  return ok({ ...entries, rows: await Promise.all(uses) });
}
