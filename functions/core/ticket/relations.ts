import type { UnitKind } from '../directory/unit-kinds.ts';
import type { Rules } from '../rules/rules.ts';
import { isInArea, isPartOf, isWithin, noUnit } from '../rules/unit-table.ts';
import { Actor } from './actor.ts';
import { helperOf } from './helpers.ts';
import type { Ticket } from './ticket.ts';
import { arbiterOf } from './transitions/disputing.ts';
import { districtOf } from './transitions/others.ts';

/** How an actor stands to a ticket. Who may ask what is decided by these, never by a name. */
export type Relation =
  | 'hotline'
  | 'lead'
  | 'helper'
  | 'summoned'
  | 'blower'
  | 'supervisor'
  | 'arbiter'
  /** The subdistrict of the place, its communities and grids (属地): they may whistle whoever leads. */
  | 'area'
  /** A body seated in the area of the place, or whose own area holds it (驻区单位): a bureau, an alliance. */
  | 'local'
  /** The district of the place, which passes whistles on and rules on summonses; or the city. */
  | 'district'
  /** The subdistrict of the place, over a department or body that leads there (督办权). */
  | 'street'
  | 'clock';

const areas: ReadonlySet<UnitKind> = new Set(['city', 'district', 'subdistrict', 'community', 'grid']);

/** For each relation, whether `by` (a unit's index or an `Actor`) stands in it to a ticket. */
export const standsTo: Readonly<Record<Relation, (t: Ticket, by: number, rules: Rules) => boolean>> = {
  clock: (_t, by) => by === Actor.clock,
  hotline: (_t, by) => by === Actor.hotline,
  lead: (t, by) => by >= 0 && by === t.lead,
  helper: (t, by) => by >= 0 && helperOf(t, by) >= 0,
  summoned: (t, by) => by >= 0 && t.summonses.some((summons) => summons.unit === by),
  blower: (t, by) => by >= 0 && t.summonses.some((summons) => summons.blower === by),
  area: (t, by, rules) =>
    by >= 0 && rules.units.kinds[t.place] === 'subdistrict' && isInArea(rules.units, by, t.place),
  local: (t, by, { units }) => {
    if (by < 0 || t.place === noUnit || areas.has(units.kinds[by]!)) return false;
    const seat = units.areaParent[by]!;
    return seat !== noUnit && (isPartOf(units, t.place, seat) || isPartOf(units, seat, t.place));
  },
  district: (t, by, rules) =>
    by >= 0 && t.whistles > 0 && (by === districtOf(t, rules) || by === rules.units.city),
  street: (t, by, { units, streetSupervises }) =>
    streetSupervises &&
    by >= 0 &&
    by === t.place &&
    units.kinds[by] === 'subdistrict' &&
    t.lead !== noUnit &&
    !areas.has(units.kinds[t.lead]!),
  arbiter: (t, by, rules) =>
    by >= 0 && t.lead !== noUnit && (by === arbiterOf(t, rules) || by === rules.units.city),
  /**
   * A unit above the lead by area or by line, or above the place before there is a lead, or one that was when it took
   * the ticket under supervision; a subdistrict that did so stays beside it. Only the city, which nobody is above,
   * supervises itself.
   */
  supervisor: (t, by, rules) => {
    if (by < 0) return false;
    if (by === rules.units.city) return true;
    const watched = t.lead === noUnit ? t.place : t.lead;
    const isOver = by === t.supervisor && rules.units.kinds[by] !== 'subdistrict';
    return by !== watched && (isOver || isWithin(rules.units, watched, by));
  },
};
