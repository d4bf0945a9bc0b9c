import type { Rules } from '../rules/rules.ts';
import { isWithin, noUnit } from '../rules/unit-table.ts';
import type { UndertakingActor } from './undertaking.ts';

/** Whether the actor is the hotline, or a unit above `unit` by area (块) or line (条); the city is above all, itself too. */
export function isOver({ unit: by }: UndertakingActor, unit: string, { units }: Rules): boolean {
  if (by === 'hotline') return true;
  const actor = units.byCode.get(by) ?? noUnit;
  if (actor === units.city) return true;
  const below = units.byCode.get(unit);
  return below !== undefined && below !== actor && isWithin(units, below, actor);
}

/** Whether the actor is `unit`, or over it. */
export const isOrIsOver = (actor: UndertakingActor, unit: string, rules: Rules): boolean =>
  actor.unit === unit || isOver(actor, unit, rules);
