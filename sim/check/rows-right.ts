import { thaw } from '../../functions/core/record/freeze.ts';
import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { Rules } from '../../functions/core/rules/rules.ts';
import { isTerminal } from '../../functions/core/ticket/status.ts';
import { SummonsStatus } from '../../functions/core/ticket/ticket.ts';
import { inChargeOf, isOut } from '../../functions/core/ticket/transitions/others.ts';
import { NEVER } from '../../functions/core/time.ts';
import { type Checker, standing } from './checker.ts';
import type { Facts } from './facts.ts';

/** Who has something to do on a ticket has it on its worklist, and nobody else does. */
export const rowsRight: Checker = {
  name: 'rows-right',
  promise: 'every responsible unit has its row and no other unit has one',
  phase: 'liveness',
  atEnd: async (facts) => {
    const wrong = await Promise.all(standing(facts).map((record) => rowsOf(record, facts)));
    return wrong.flat();
  },
};

async function rowsOf(record: TicketRecord, facts: Facts): Promise<readonly string[]> {
  const { rules } = facts.cities.get(record.rulesHash)!;
  const owing = new Set(record.owed.filter(({ kind }) => kind === 'view').map(({ to }) => to));
  const expected = responsible(record, rules);
  const shown = await shownOn(record, rules, facts);
  const units = [...new Set([...expected.keys(), ...shown])].filter((unit) => !owing.has(unit));
  return units.flatMap((unit) => {
    const isExpected = expected.has(unit);
    if (isExpected === shown.has(unit)) return [];
    return isExpected
      ? [`${record.id} is not on the worklist of ${unit}, which is its ${expected.get(unit)}`]
      : [`${record.id} is on the worklist of ${unit}, which has nothing to do on it`];
  });
}

/** Who has something to do, by the state alone. */
function responsible({ state, owner }: TicketRecord, rules: Rules): ReadonlyMap<string, string> {
  const t = thaw(state, rules);
  const found = new Map<string, string>();
  if (isTerminal(t.status)) return found;
  if (owner !== undefined) found.set(owner, 'owner');
  for (const { unit, doneAt, dueAt } of t.helpers) {
    if (doneAt === NEVER && Math.min(dueAt, t.reviewAt) !== NEVER)
      found.set(rules.units.codes[unit]!, 'helper');
  }
  for (const summons of t.summonses.filter(isOut)) {
    const inCharge = inChargeOf(t, rules, summons);
    if (inCharge !== summons.unit && Math.min(summons.dueBy, t.reviewAt) !== NEVER) {
      found.set(rules.units.codes[inCharge]!, 'district');
    }
    const isCalled = inCharge === summons.unit || summons.status !== SummonsStatus.routed;
    if (isCalled && Math.min(summons.arriveBy, t.reviewAt) !== NEVER) {
      found.set(rules.units.codes[summons.unit]!, 'summoned unit');
    }
  }
  return found;
}

/** The units whose worklists show the ticket. */
async function shownOn(
  { id }: TicketRecord,
  { units }: Rules,
  { store }: Facts,
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (const owner of ['hotline', ...units.codes]) {
    let cursor: string | undefined;
    do {
      const page = await store.worklist(owner, { limit: 100, ...(cursor !== undefined && { cursor }) });
      if (page.rows.some(({ ticketId }) => ticketId === id)) shown.add(owner);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return shown;
}
