import type { UnitKind } from '../directory/unit-kinds.ts';
import type { PowerPolicy } from '../policy/power-policy.ts';
import type { EpochMs } from '../time.ts';
import { need } from './need.ts';
import { inForce, phaseRule, type Rollout } from './rollout.ts';
import type { UnitIndex, UnitTable } from './unit-table.ts';

/** A power of the street (赋权). */
export interface Power {
  readonly key: string;
  readonly users: ReadonlySet<UnitKind>;
  readonly towards: ReadonlySet<UnitKind>;
}

/** Compiles a pack's powers by key; none where it gives none. */
export function compilePowers(policy: PowerPolicy = {}): ReadonlyMap<string, Power> {
  return new Map(
    Object.entries(policy).map(([key, { users, towards }]) => [
      key,
      {
        key,
        users: new Set(need(users, `powers.${key}.users`)),
        towards: new Set(need(towards, `powers.${key}.towards`)),
      },
    ]),
  );
}

type WithPowers = {
  readonly powers: ReadonlyMap<string, Power>;
  readonly rollout: Rollout;
  readonly units: UnitTable;
};

/** Why a unit may not use a power so; `field` is the client's. */
export type PowerRefusal = { readonly code: 'NOT_IN_REMIT'; readonly rule: string; readonly field: string };

/**
 * Whether `by` may use `power` towards `towards` at `now`: both of kinds the pack names, the power in force where `by` is,
 * and `towards` of the same district or of the city as a whole.
 */
export function refusePower(
  rules: WithPowers,
  power: Power,
  { by, towards }: { readonly by: UnitIndex; readonly towards: UnitIndex },
  now: EpochMs,
): PowerRefusal | undefined {
  const { kinds, district, city } = rules.units;
  const no = (rule: string, field: string): PowerRefusal => ({ code: 'NOT_IN_REMIT', rule, field });
  if (!power.users.has(kinds[by]!)) return no(`powers.${power.key}.users`, 'power');
  if (!inForce(rules, 'powers', by, now)) return no(phaseRule(rules, 'powers', by), 'power');
  const isNear = district[towards] === district[by] || district[towards] === city;
  return power.towards.has(kinds[towards]!) && isNear
    ? undefined
    : no(`powers.${power.key}.towards`, 'unitCode');
}
