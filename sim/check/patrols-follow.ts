import { monthAfter } from '../../functions/core/calendar/months.ts';
import { type PatrolState, patrolState } from '../../functions/core/early/patrol/patrol-state.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import type { UndertakingRecord } from '../../functions/core/undertaking/undertaking-record.ts';
import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';
import { undertakingsOf } from './undertakings-of.ts';

interface Month {
  readonly record: UndertakingRecord;
  readonly state: PatrolState;
}

/** A route's months follow each other, each opened once; what was said of the route is true of its latest month. */
export const patrolsFollow: Checker = {
  name: 'patrols-follow',
  promise:
    'a month of a route is opened once, after the one before, with the chief last named; a route given up ends',
  phase: 'liveness',
  atEnd: (facts) => {
    const routes = new Map<string, Month[]>();
    for (const record of undertakingsOf(facts, 'patrol')) {
      const state = patrolState.parse(record.state);
      const { routeId } = state.route;
      routes.set(routeId, [...(routes.get(routeId) ?? []), { record, state }]);
    }
    return [
      ...[...routes].flatMap(([routeId, months]) => {
        const inOrder = months.toSorted((a, b) => (a.state.month < b.state.month ? -1 : 1));
        return [gaps, chiefs, givenUp, roundsTwice, unfollowed(facts.settledAt)].flatMap((look) =>
          look(inOrder).map((what) => `route ${routeId}: ${what}`),
        );
      }),
      ...findings([...routes.values()].flat(), facts),
    ];
  },
};

const gaps = (months: readonly Month[]): readonly string[] =>
  months.slice(1).flatMap(({ state, record }, n) => {
    const before = months[n]!.state;
    if (state.month !== monthAfter(before.month, 1)) return [`${state.month} follows ${before.month}`];
    return record.openedAt === before.endsAt ? [] : [`${state.month} is opened at ${record.openedAt}`];
  });

/** The chief who was named last is the one that stands on the board of the street. */
function chiefs(months: readonly Month[]): readonly string[] {
  const named = months
    .flatMap(({ record, state }, place) =>
      record.history
        .filter(({ event }) => event === 'chiefNamed')
        .map((entry, n) => ({ at: entry.at, place, n, is: state.route.chief.name })),
    )
    .toSorted((a, b) => a.place - b.place || a.n - b.n);
  const last = named.at(-1);
  const latest = months.at(-1)!.state.route.chief.name;
  return last === undefined || last.is === latest
    ? []
    : [`${last.is} was named at ${last.at}, and ${latest} is chief`];
}

/** No month of a route that was given up goes on. */
function givenUp(months: readonly Month[]): readonly string[] {
  const isRetired = months.some(({ state }) => state.retiredAt !== undefined);
  const open = months.filter(({ record, state }) => record.isOpen && state.retiredAt === undefined);
  const goesOn = isRetired ? open.at(-1) : undefined;
  return goesOn === undefined || goesOn !== months.at(-1)
    ? []
    : [`was given up, and ${goesOn.state.month} goes on`];
}

/** A month that has ended is followed by another, unless the route was given up. */
const unfollowed =
  (settledAt: EpochMs) =>
  (months: readonly Month[]): readonly string[] => {
    const { endsAt, month, retiredAt } = months.at(-1)!.state;
    return retiredAt === undefined && endsAt < settledAt
      ? [`${month} has ended and no other was opened`]
      : [];
  };

/** No round is due in two months. */
function roundsTwice(months: readonly Month[]): readonly string[] {
  const all = months.flatMap(({ state }) => state.rounds.map(({ rhythm, period }) => `${rhythm} ${period}`));
  return all.length === new Set(all).size ? [] : ['a round is due in two months'];
}

/** A finding counts in the round it is of, once, and is there as soon as it was acknowledged. */
function findings(months: readonly Month[], { asked }: Facts): readonly string[] {
  const linked = months.flatMap(({ state }) => state.rounds.flatMap((round) => round.findings));
  const twice = linked.filter((id, n) => linked.indexOf(id) !== n);
  const lost = asked.filter(
    ({ operationId, answer, body, ticketId }) =>
      operationId === 'submitFinding' &&
      (answer?.status ?? 500) < 300 &&
      body?.round !== undefined &&
      !linked.includes(ticketId!),
  );
  return [
    ...twice.map((id) => `finding ${id} counts in two rounds`),
    ...lost.map(({ n, ticketId }) => `finding ${ticketId} (#${n}) was taken and counts in no round`),
  ];
}
