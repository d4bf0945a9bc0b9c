import type { Rules } from '../rules/rules.ts';
import { isInArea, isWithin, noUnit } from '../rules/unit-table.ts';
import { Actor } from './actor.ts';
import type { CommandType } from './command.ts';
import { commandTable, type Relation } from './command-table.ts';
import type { Ticket } from './ticket.ts';
import { arbiterOf } from './transitions/disputing.ts';

/** Whether `by` (a unit's index or an `Actor`) stands in one of the relations `type` asks for. */
export function mayAsk(t: Ticket, type: CommandType, by: number, rules: Rules): boolean {
  const relations: readonly Relation[] = commandTable[type].by;
  return relations.some((relation) => stands[relation](t, by, rules));
}

/** Whether `by` may read the ticket: it leads, helps, is summoned, supervises, is above the lead, is of the place, or is the hotline. */
export function mayRead(t: Ticket, by: number, rules: Rules): boolean {
  return readers.some((relation) => stands[relation](t, by, rules));
}

const readers: readonly Relation[] = [
  'hotline',
  'lead',
  'helper',
  'summoned',
  'supervisor',
  'arbiter',
  'area',
];

const stands: Record<Relation, (t: Ticket, by: number, rules: Rules) => boolean> = {
  clock: (_t, by) => by === Actor.clock,
  hotline: (_t, by) => by === Actor.hotline,
  lead: (t, by) => by >= 0 && by === t.lead,
  helper: (t, by) => by >= 0 && t.helpers.some((helper) => helper.unit === by),
  summoned: (t, by) => by >= 0 && t.summonses.some((summons) => summons.unit === by),
  area: (t, by, rules) =>
    by >= 0 && rules.units.kinds[t.place] === 'subdistrict' && isInArea(rules.units, by, t.place),
  arbiter: (t, by, rules) =>
    by >= 0 && t.lead !== noUnit && (by === arbiterOf(t, rules) || by === rules.units.city),
  /**
   * A unit above the lead by area or by line, or above the place before there is a lead. Only the city, which nobody is
   * above, supervises itself.
   */
  supervisor: (t, by, rules) => {
    if (by < 0) return false;
    if (by === rules.units.city) return true;
    const watched = t.lead === noUnit ? t.place : t.lead;
    return by !== watched && (by === t.supervisor || isWithin(rules.units, watched, by));
  },
};
