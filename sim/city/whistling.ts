import { unitFor } from '../../functions/core/rules/item-table.ts';
import { inForce } from '../../functions/core/rules/rollout.ts';
import type { Rules } from '../../functions/core/rules/rules.ts';
import { noUnit } from '../../functions/core/rules/unit-table.ts';
import type { WhistleKind } from '../../functions/core/rules/whistle-kinds.ts';
import { hasCitizen } from '../../functions/core/ticket/kinds.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { hourMs, NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { LiveFlag, Stage } from './live-tickets.ts';
import { Luck, luckOf } from './luck.ts';
import { setOut } from './summonses.ts';
import { ask, flagsOf, luckWordOf, plan, setFlag } from './ticket-plan.ts';

/** Most units one whistle calls: the lead of the item and its helpers. */
const calledMax = 4;
/** Arrival limits up to this are those of emergencies. */
const promptMs = 4 * hourMs;

/** Calls the departments that the matter needs (吹哨), if it is one of those. True if somebody has been called. */
export function whistle(city: City, row: number, t: Ticket): boolean {
  const { params, rules } = city;
  const word = luckWordOf(city, row);
  if ((flagsOf(city, row) & LiveFlag.whistled) !== 0) return false;
  if (luckOf(word, Luck.whistle) >= params.whistleShare[t.item]!) return false;
  if (!hasCitizen(t.kind) || !inForce(rules, 'whistle', t.place, city.now)) return false;
  const by = blowerOf(t, rules);
  const kind = by === noUnit ? -1 : kindFor(t, by, rules);
  if (kind < 0) return false;
  const units = unitsFor(t, by, rules.whistleKinds[kind]!, rules);
  if (units.length === 0 || !ask(city, row, { type: 'blowWhistle', by, kind, units })) return false;
  setFlag(city, row, LiveFlag.whistled);
  setOut(city, row, t);
  plan(city, row, Stage.summoned, NEVER);
  return true;
}

/** The lead where it is a subdistrict, else the subdistrict of the place. */
function blowerOf(t: Ticket, { units }: Rules): number {
  if (units.kinds[t.lead] === 'subdistrict') return t.lead;
  return units.kinds[t.place] === 'subdistrict' ? t.place : noUnit;
}

/** A kind with a prompt arrival for matters with a short limit, another for the rest; -1 where the pack has none. */
function kindFor(t: Ticket, by: number, { whistleKinds, units }: Rules): number {
  const relation = by === t.lead ? 'lead' : 'area';
  const isPrompt = t.limitMs <= promptMs;
  let other = -1;
  for (let i = 0; i < whistleKinds.length; i += 1) {
    const { about, blowers, relations, arriveWithinMs } = whistleKinds[i]!;
    if (!about.has('citizen') || !blowers.has(units.kinds[by]!) || !relations.has(relation)) continue;
    if (arriveWithinMs <= promptMs === isPrompt) return i;
    if (other < 0) other = i;
  }
  return other;
}

/** Who leads and helps in such matters here, as far as the kind may summon them. */
function unitsFor(t: Ticket, by: number, kind: WhistleKind, { items, units }: Rules): readonly number[] {
  const found: number[] = [];
  for (const spec of [items.lead[t.item]!, ...items.helpers[t.item]!]) {
    const unit = unitFor(spec, t.place, units);
    if (unit === noUnit || unit === by || unit === t.lead || found.includes(unit)) continue;
    if (kind.summons.has(units.kinds[unit]!)) found.push(unit);
    if (found.length === calledMax) break;
  }
  return found;
}
