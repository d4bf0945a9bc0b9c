import type { Rules } from '../rules/rules.ts';
import { noUnit } from '../rules/unit-table.ts';
import {
  type FiledOutput,
  noRating,
  type Summons,
  SummonsStatus,
  type SummonsStatusName,
  summonsStatusNames,
  type Ticket,
} from '../ticket/ticket.ts';
import { isExpected } from '../ticket/transitions/others.ts';
import { NEVER } from '../time.ts';
import { index, without } from './plain.ts';
import type { TicketState } from './ticket-state.ts';

type StoredSummons = TicketState['summonses'][number];
type StoredOutput = NonNullable<TicketState['outputs']>[number];

/** A summons as plain data: what is no, never or nobody is absent. */
export function freezeSummons(summons: Summons, { units, whistleKinds }: Rules): StoredSummons {
  const { codes } = units;
  const unit = (at: number) => codes[at];
  const points = (given: number) => (given === noRating ? undefined : given);
  return without({
    ...summons,
    kind: whistleKinds[summons.kind]!.key,
    blower: codes[summons.blower]!,
    unit: codes[summons.unit]!,
    status: summonsStatusNames[summons.status]!,
    missed: summons.missed || undefined,
    contested: summons.contested || undefined,
    team: unit(summons.team),
    standsFor: unit(summons.standsFor),
    arrivedIn: unit(summons.arrivedIn),
    rating: points(summons.rating),
    ratingBack: points(summons.ratingBack),
  });
}

/** The summons as `decide` works on it. One of an older format promises its arrival, if that is still ahead. */
export function thawSummons(stored: StoredSummons, rules: Rules): Summons {
  const { byCode } = rules.units;
  const unit = (code: string | undefined) => (code === undefined ? noUnit : index(byCode, code, 'unit'));
  const summons: Summons = {
    ...stored,
    kind: index(rules.whistleByKey, stored.kind, 'whistle kind'),
    blower: unit(stored.blower),
    unit: unit(stored.unit),
    status: SummonsStatus[stored.status as SummonsStatusName],
    arriveBy: stored.arriveBy ?? NEVER,
    arrivedAt: stored.arrivedAt ?? NEVER,
    endedAt: stored.endedAt ?? NEVER,
    dueBy: stored.dueBy ?? NEVER,
    missed: stored.missed ?? false,
    contested: stored.contested ?? false,
    team: unit(stored.team),
    standsFor: unit(stored.standsFor),
    arrivedIn: unit(stored.arrivedIn),
    rating: stored.rating ?? noRating,
    ratingBack: stored.ratingBack ?? noRating,
  };
  if (isExpected(summons) && !summons.late) summons.dueBy = summons.arriveBy;
  return summons;
}

/** A filed output as plain data: the keys and codes of what the rules have as indexes. */
export function freezeOutput(
  { whistle, output, by, at }: FiledOutput,
  t: Ticket,
  rules: Rules,
): StoredOutput {
  return { whistle, output: outputsOf(t, whistle, rules)[output]!.key, by: rules.units.codes[by]!, at };
}

/** A stored output as the rules of `t` number it; throws where they do not know it. */
export function thawOutput({ whistle, output, by, at }: StoredOutput, t: Ticket, rules: Rules): FiledOutput {
  const keys = new Map(outputsOf(t, whistle, rules).map(({ key }, i) => [key, i]));
  return {
    whistle,
    output: index(keys, output, 'output'),
    by: index(rules.units.byCode, by, 'unit'),
    at,
  };
}

const outputsOf = (t: Ticket, whistle: number, { whistleKinds }: Rules) =>
  whistleKinds[t.summonses.find((summons) => summons.whistle === whistle)!.kind]!.outputs;
