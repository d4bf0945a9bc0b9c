import { thaw } from '../core/record/freeze.ts';
import { isMessage } from '../core/record/is-message.ts';
import type { OwedEffect, TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Deps } from './deps.ts';
import { sightingOf } from './early/warnings/sighting.ts';
import { ledgerEntryOf } from './ledger-entry-of.ts';
import { afterSending } from './session.ts';
import { unitView } from './unit-view.ts';

/** The clearing write is tried this often; after that the effects are simply sent again later. */
const clearAttemptsMax = 4;

/**
 * Sends what a written record owes, then clears it: at least once, whatever fails in between. Views, ledger entries
 * and sightings are put directly, messages go to the effect queue.
 *
 * @returns the record as it stands afterwards
 */
export async function sendOwed(deps: Deps, record: TicketRecord, rules: Rules): Promise<TicketRecord> {
  if (record.owed.length === 0) return record;
  const sent = await sendAll(deps, record, rules);
  let current = record;
  for (let attempt = 0; attempt < clearAttemptsMax; attempt += 1) {
    if (!current.owed.some(({ id }) => sent.has(id))) return current;
    const next = afterSending(current, sent, rules, deps.clock.now());
    if ((await deps.store.clearOwed(current.id, current.rev, next)) === 'saved') {
      const { wakeAt: _, ...rest } = current;
      return { ...rest, ...next };
    }
    current = (await deps.store.load(record.id)) ?? current;
  }
  return current;
}

/** Sends everything at once; what failed stays owed. Throws when nothing else can be said of a failure. */
async function sendAll(deps: Deps, record: TicketRecord, rules: Rules): Promise<ReadonlySet<string>> {
  const messages = record.owed.filter(isMessage);
  const [unsent] = await Promise.all([
    messages.length === 0 ? [] : deps.effects.send(messages),
    ...record.owed.map((effect) => putBeside(deps, record, effect, rules)),
  ]);
  const owed = new Set(unsent);
  return new Set(record.owed.filter(({ id }) => !owed.has(id)).map(({ id }) => id));
}

async function putBeside(deps: Deps, record: TicketRecord, effect: OwedEffect, rules: Rules): Promise<void> {
  if (effect.kind === 'view') await putView(deps, record, effect.to, rules);
  if (effect.kind === 'ledger') await deps.store.putLedger(ledgerEntryOf(record, effect, rules));
  if (effect.kind === 'sighting') await deps.store.putSighting(sightingOf(effect, rules));
}

const putView = (deps: Deps, record: TicketRecord, unit: string, rules: Rules) =>
  deps.store.putView(unitView(record, unit, thaw(record.state, rules), rules));
