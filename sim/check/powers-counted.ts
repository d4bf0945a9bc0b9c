import type { LedgerEntry } from '../../functions/core/score/ledger-entry.ts';
import { ticketIdOf } from '../../functions/usecases/ticket-id.ts';
import { powerIdPrefix } from '../../functions/usecases/use-power.ts';
import type { Checker } from './checker.ts';
import type { Asked, Facts } from './facts.ts';

type Use = Extract<LedgerEntry, { readonly type: 'power' }>;

/** A use of a power (五项权力) that was acknowledged is counted once for its street and once for the city, as it was asked for. */
export const powersCounted: Checker = {
  name: 'powers-counted',
  promise: 'a power used is counted once for the street and once for the city, in one month',
  phase: 'liveness',
  atEnd: (facts) => {
    const uses = new Map<string, Use[]>();
    for (const entry of facts.ledger.values()) {
      if (entry.type === 'power') uses.set(entry.id, [...(uses.get(entry.id) ?? []), entry]);
    }
    const asked = facts.asked.filter(({ operationId }) => operationId === 'usePower');
    return [
      ...[...uses].flatMap(([id, entries]) => askedFor(id, entries, asked, facts)),
      ...asked.flatMap((one) => counted(one, uses.get(idOf(one, facts)) ?? [])),
    ];
  },
};

const idOf = ({ commandId }: Asked, facts: Facts): string =>
  `${powerIdPrefix}${ticketIdOf(facts, 'power', commandId)}`;

/** An entry stands for somebody's own words; whoever went away in the middle may have left the city's alone. */
function askedFor(
  id: string,
  entries: readonly Use[],
  asked: readonly Asked[],
  facts: Facts,
): readonly string[] {
  const same = asked.filter((one) => idOf(one, facts) === id);
  const [first] = entries as [Use];
  const users = same.filter(
    ({ caller, path, body }) =>
      path.power === first.power &&
      body?.unitCode === first.towards &&
      caller.unit === (first.by ?? first.unit),
  );
  const [by] = users;
  if (by === undefined) return [`${id} is counted and nobody used that power`];
  // Others may have been refused under the same key before, for another power or by rules that knew none.
  const isOut = users.every(({ isAbandoned, answer }) => isAbandoned || (answer?.status ?? 0) >= 400);
  if (isOut && users.some(({ isAbandoned }) => isAbandoned)) return [];
  return pairOf(entries, by.caller.unit) ? [] : [`${id} is counted as ${entries.map(shown).join(' and ')}`];
}

const counted = ({ n, answer, caller }: Asked, entries: readonly Use[]): readonly string[] =>
  answer !== undefined && answer.status < 300 && !pairOf(entries, caller.unit)
    ? [`#${n} usePower was acknowledged and is counted ${entries.length} times of 2`]
    : [];

/** One entry of the street, one of the city that names the street, alike in all else. */
function pairOf(entries: readonly Use[], unit: string | undefined): boolean {
  const own = entries.filter((entry) => entry.by === undefined);
  const city = entries.filter((entry) => entry.by === unit);
  const isAlike = own[0]?.month === city[0]?.month && own[0]?.at === city[0]?.at;
  return entries.length === 2 && own.length === 1 && own[0]!.unit === unit && city.length === 1 && isAlike;
}

const shown = ({ unit, by, month }: Use): string =>
  `${unit}${by === undefined ? '' : ` by ${by}`} in ${month}`;
