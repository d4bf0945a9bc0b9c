import * as z from 'zod';
import { monthOf } from '../core/calendar/month-of.ts';
import { unitCode } from '../core/directory/unit-code.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type PowerRefusal, refusePower } from '../core/rules/powers.ts';
import type { EntryOf } from '../core/score/ledger-entry.ts';
import { type DurationMs, dayMs } from '../core/time.ts';
import { actorOf, type Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Forbidden, NotFound, UnknownUnit } from './errors.ts';
import { commandText } from './submission.ts';
import { ticketIdOf } from './ticket-id.ts';

/** Towards whom the power is used, and what was said: kept beside the entry, erasable. */
export const powerUse = z.strictObject({ unitCode, text: commandText });

/** What was said ages out after this long. */
const textMs: DurationMs = 3 * 365 * dayMs;

/** Ledger entries of powers have ids that begin with this. */
export const powerIdPrefix = 'power-';

/** The same idempotency key came with another body. */
type Conflict = { readonly code: 'CONFLICT'; readonly ticketId: string };

type UseError = PowerRefusal | Forbidden | NotFound | Conflict | UnknownUnit;

/**
 * A street uses one of its powers (赋权): counted once in its ledger, however often the command is sent, and once more in
 * the city's, so that a city's year is counted without asking every street. The text is written first and once, with the
 * time that says which month it counts in; a retry finds it, and puts what a crash left out.
 */
export async function usePower(
  deps: Deps,
  power: string,
  body: z.infer<typeof powerUse>,
  commandId: string,
  caller: Caller,
): Promise<Result<{ entry: EntryOf<'power'>; isNew: boolean }, UseError>> {
  const { rules } = deps.city;
  const known = rules.powers.get(power);
  const id = ticketIdOf(deps, 'power', commandId);
  const kept = await deps.store.loadRequest(id);
  // A use that was begun is ended, though other rules came into force in between and know no such power.
  if (known === undefined && kept === undefined) return err({ code: 'NOT_FOUND' });
  const by = actorOf(caller, rules);
  if (by < 0) return err({ code: 'FORBIDDEN' });
  const towards = rules.units.byCode.get(body.unitCode);
  if (towards === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: body.unitCode });
  const now = deps.clock.now();
  const text = JSON.stringify({ power, ...body });
  const digest = deps.digest(text);
  const isNew = kept === undefined && known !== undefined;
  const refusal = isNew ? refusePower(rules, known, { by, towards }, now) : undefined;
  if (refusal !== undefined) return err(refusal);
  const { stored } = await deps.store.putRequest({
    ticketId: id,
    source: 'power',
    sourceKey: commandId,
    digest,
    receivedAt: now,
    rulesHash: rules.hash,
    body: text,
    expiresAt: now + textMs,
  });
  if (stored.digest !== digest) return err({ code: 'CONFLICT', ticketId: id });
  const entry: EntryOf<'power'> = {
    type: 'power',
    unit: rules.units.codes[by]!,
    month: monthOf(stored.receivedAt, rules.utcOffsetMs),
    id: `${powerIdPrefix}${id}`,
    at: stored.receivedAt,
    power,
    towards: body.unitCode,
  };
  const city = rules.units.codes[rules.units.city]!;
  await deps.store.putLedger({ ...entry, unit: city, by: entry.unit });
  return ok({ entry, isNew: (await deps.store.putLedger(entry)) === 'stored' });
}
