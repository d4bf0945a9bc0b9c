import { instantText } from '../core/instant-text.ts';
import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { acceptedOf } from '../core/ticket/command-table.ts';
import { type StatusName, statusFacts } from '../core/ticket/status.ts';
import type { TicketView } from './ticket-view.ts';

/** Shows a stored ticket: names and codes, instants in the city's own offset. */
export function showTicket(record: TicketRecord, rules: Rules): TicketView {
  const { state } = record;
  const status = state.status as StatusName;
  const text = (at: number | undefined) =>
    at === undefined ? undefined : instantText(at, rules.utcOffsetMs);
  return present({
    ticketId: record.id,
    rev: record.rev,
    source: record.source,
    sourceKey: record.sourceKey,
    status,
    statusType: statusFacts[status].type,
    statusLabel: { zh: statusFacts[status].zh, en: statusFacts[status].en },
    outcome: state.outcome,
    kind: state.kind,
    itemCode: state.item,
    guessed: state.guessed,
    tier: state.item === undefined && !state.tierFixed ? undefined : state.tier,
    placeCode: state.place,
    leadUnit: state.lead,
    leadReason: record.history.findLast(({ event }) => event === 'dispatched')?.rule,
    supervisor: state.supervisor,
    openedAt: text(state.openedAt),
    dispatchedAt: text(state.dispatchedAt),
    signedAt: text(state.signedAt),
    contactedAt: text(state.contactedAt),
    answeredAt: text(state.answeredAt),
    closedAt: text(state.closedAt),
    dueAt: text(state.dueAt),
    overdue: state.overdueAt !== undefined,
    overdueAt: text(state.overdueAt),
    wasLate: state.wasLate,
    actBy: text(record.actBy),
    owner: record.owner,
    accepts: acceptedOf(status, state.whistles),
    responded: state.responded,
    resolved: state.resolved,
    satisfied: state.satisfied,
    reopens: state.reopens,
    transfers: state.transfers,
    backlog: state.backlog,
    elderId: record.elderId,
    matterId: record.matterId,
    helpers: state.helpers.map((helper) =>
      present({
        unitCode: helper.unit,
        dueAt: text(helper.dueAt),
        doneAt: text(helper.doneAt),
        late: helper.late,
      }),
    ),
    summonses: state.summonses.map((summons) =>
      present({
        whistle: summons.whistle,
        kind: summons.kind,
        blower: summons.blower,
        unitCode: summons.unit,
        status: summons.status,
        calledAt: text(summons.calledAt),
        arriveBy: text(summons.arriveBy),
        dueBy: text(summons.dueBy),
        arrivedAt: text(summons.arrivedAt),
        arrivedIn: summons.arrivedIn,
        endedAt: text(summons.endedAt),
        late: summons.late,
        teamCode: summons.team,
        standsFor: summons.standsFor,
        rating: summons.rating,
        ratingBack: summons.ratingBack,
      }),
    ),
    outputs: outputsOf(record, rules),
    policy: { id: rules.policyId, rulesHash: record.rulesHash },
    speed: rules.speed === 1 ? undefined : rules.speed,
  }) as TicketView;
}

/** What each whistle of a kind with outputs has on file. */
function outputsOf({ state }: TicketRecord, rules: Rules): TicketView['outputs'] {
  const kindOf = new Map(state.summonses.map(({ whistle, kind }) => [whistle, kind]));
  const rows = [...kindOf].flatMap(([whistle, kind]) =>
    rules.whistleKinds[rules.whistleByKey.get(kind)!]!.outputs.map(({ key, title, count }) => {
      const filed = (state.outputs ?? []).filter((one) => one.whistle === whistle && one.output === key);
      return { whistle, output: key, title, filed: filed.length, required: count };
    }),
  );
  return rows.length === 0 ? undefined : rows;
}

function present<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value;
}
