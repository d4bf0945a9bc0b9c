import { type Agenda, buildAgenda } from '../../../core/early/agenda/build-agenda.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { earlyPart } from '../../../core/rules/early-rules.ts';
import { isOrIsOver } from '../../../core/undertaking/standing.ts';
import { type Caller, nameOf } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { Forbidden, Invalid, UnknownUnit } from '../../errors.ts';
import type { NoPart } from '../topics/topic-errors.ts';
import { gatherMatters } from './gather-matters.ts';

export type AgendaError = NoPart | Forbidden | UnknownUnit | Invalid;

/** The agenda a joint meeting of a district or of the city would have now (联席会议议程): for itself and who is over it. */
export async function drawAgenda(
  deps: Deps,
  unit: string,
  caller: Caller,
): Promise<Result<Agenda, AgendaError>> {
  const { rules } = deps.city;
  const part = earlyPart(rules, 'agenda');
  if (!part.ok) return part;
  const index = rules.units.byCode.get(unit);
  if (index === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: unit });
  const kind = rules.units.kinds[index];
  if (kind !== 'city' && kind !== 'district') {
    return err({ code: 'INVALID', field: 'unit', reason: 'a joint meeting is a district’s or the city’s' });
  }
  if (!isOrIsOver({ unit: nameOf(caller) }, unit, rules)) return err({ code: 'FORBIDDEN' });
  const now = deps.clock.now();
  return ok(buildAgenda(await gatherMatters(deps, unit, now), now, part.value, rules));
}
