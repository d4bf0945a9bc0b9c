import type { Rules } from '../../../functions/core/rules/rules.ts';
import { unitOver } from '../../../functions/core/rules/unit-table.ts';
import type { Speaker } from '../service-client.ts';

export const platform: Speaker = { role: 'platform' };

/** Staff of a unit. */
export const staffOf = (rules: Rules, unit: string): Speaker => {
  const kind = rules.units.kinds[rules.units.byCode.get(unit)!];
  return { role: kind === 'department' || kind === 'enterprise' ? 'department' : 'unit', unit };
};

/** The district or city over a unit, with the rights of a supervisor. */
export function overUnit(rules: Rules, unit: string): Speaker {
  const over = unitOver(rules.units, rules.units.byCode.get(unit)!);
  return supervisor(rules, rules.units.codes[over]!);
}

/** A district or the city, with the rights of a supervisor. */
export const supervisor = (rules: Rules, unit: string): Speaker => ({
  role: rules.units.codes[rules.units.city] === unit ? 'city' : 'district',
  unit,
});
