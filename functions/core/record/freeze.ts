import { noItem } from '../rules/item-table.ts';
import type { Rules } from '../rules/rules.ts';
import { noUnit } from '../rules/unit-table.ts';
import { Answer, type Outcome, outcomes, requestKinds } from '../ticket/kinds.ts';
import { aimNext } from '../ticket/promises.ts';
import { type Status, statusNames } from '../ticket/status.ts';
import { type Helper, Ticket } from '../ticket/ticket.ts';
import { flags } from '../ticket/ticket-rows.ts';
import { aimOthers, isOut } from '../ticket/transitions/others.ts';
import { NEVER } from '../time.ts';
import { freezeOutput, freezeSummons, thawOutput, thawSummons } from './freeze-summons.ts';
import { index, without } from './plain.ts';
import { copied, instants } from './ticket-fields.ts';
import type { TicketState } from './ticket-state.ts';

/** A ticket as plain data for a store, under the rules its indexes belong to. */
export function freeze(t: Ticket, rules: Rules): TicketState {
  const { codes } = rules.units;
  // Nobody and nothing have no code, and no limit is one that never comes: all three are left out.
  const state: Record<string, unknown> = {
    status: statusNames[t.status]!,
    kind: requestKinds[t.kind]!,
    item: rules.items.codes[t.item],
    tier: rules.tiers[t.tier]!.key,
    place: codes[t.place],
    lead: codes[t.lead],
    supervisor: codes[t.supervisor],
    resumeStatus: statusNames[t.resumeStatus]!,
    outcome: outcomes[t.outcome]!,
    responded: answerName(t.responded),
    resolved: answerName(t.resolved),
    satisfied: answerName(t.satisfied),
    limitMs: t.limitMs,
    helpers: t.helpers.map((helper) => without({ ...helper, unit: codes[helper.unit]! })),
    summonses: t.summonses.map((summons) => freezeSummons(summons, rules)),
    outputs: t.outputs.length === 0 ? undefined : t.outputs.map((filed) => freezeOutput(filed, t, rules)),
  };
  for (const name of instants) state[name] = t[name];
  for (const name of flags) state[name] = t[name];
  for (const name of copied) state[name] = t[name];
  return without(state) as TicketState;
}

/** A stored ticket as the flat record `decide` works on. The rules must be the ones it was frozen under. */
export function thaw(state: TicketState, rules: Rules): Ticket {
  const { byCode } = rules.units;
  const unit = (code: string | undefined) => (code === undefined ? noUnit : index(byCode, code, 'unit'));
  const t = new Ticket();
  t.status = statusNames.indexOf(state.status as (typeof statusNames)[number]) as Status;
  t.resumeStatus = statusNames.indexOf(state.resumeStatus as (typeof statusNames)[number]) as Status;
  t.kind = requestKinds.indexOf(state.kind);
  t.item = state.item === undefined ? noItem : index(rules.items.byCode, state.item, 'item');
  t.tier = index(rules.tierByKey, state.tier, 'tier');
  t.place = unit(state.place);
  t.lead = unit(state.lead);
  t.supervisor = unit(state.supervisor);
  t.outcome = outcomes.indexOf(state.outcome) as Outcome;
  t.responded = answerOf(state.responded);
  t.resolved = answerOf(state.resolved);
  t.satisfied = answerOf(state.satisfied);
  t.limitMs = state.limitMs ?? Number.POSITIVE_INFINITY;
  for (const name of instants) t[name] = state[name] ?? NEVER;
  for (const name of flags) t[name] = state[name];
  for (const name of copied) t[name] = state[name];
  t.helpers = state.helpers.map(
    (helper): Helper => ({
      unit: unit(helper.unit),
      dueAt: helper.dueAt ?? NEVER,
      doneAt: helper.doneAt ?? NEVER,
      late: helper.late,
    }),
  );
  t.summonses = state.summonses.map((summons) => thawSummons(summons, rules));
  t.openSummonses = t.summonses.filter(isOut).length;
  t.outputs = (state.outputs ?? []).map((filed) => thawOutput(filed, t, rules));
  aimOthers(t);
  aimNext(t);
  return t;
}

const answerName = (answer: Answer) =>
  answer === Answer.yes ? 'yes' : answer === Answer.no ? 'no' : undefined;

const answerOf = (name: 'yes' | 'no' | undefined): Answer =>
  name === 'yes' ? Answer.yes : name === 'no' ? Answer.no : Answer.unknown;
