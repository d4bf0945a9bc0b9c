import type { Rules } from '../../../functions/core/rules/rules.ts';
import type { SkillPlan } from './skills-schema.ts';

/** A plan as the desks read it. */
export interface CompiledPlan {
  /** Shares of the posts, by group. */
  readonly shares: readonly number[];
  /** Groups with fewer kinds of items first: whoever can do little is taken before whoever can do much. */
  readonly narrowFirst: readonly number[];
  /** Sets of groups that a matter may need, as bits; the first is everybody. */
  readonly sets: readonly number[];
  /** By item: its place in `sets`. */
  readonly setOf: Uint8Array;
}

/** Everybody in one group: units that no plan names. */
export const plainPlan = (items: number): CompiledPlan => ({
  shares: [1],
  narrowFirst: [0],
  sets: [1],
  setOf: new Uint8Array(items),
});

/** @throws RangeError where no item of the city begins as a group says. */
export function compilePlan({ groups }: SkillPlan, plan: number, { items }: Rules): CompiledPlan {
  const everybody = 2 ** groups.length - 1;
  const skills = groups.map(({ items: beginnings }) =>
    items.codes.map((code) => beginnings === undefined || beginnings.some((start) => code.startsWith(start))),
  );
  groups.forEach(({ items: beginnings }, group) => {
    for (const start of beginnings ?? []) {
      if (items.codes.some((code) => code.startsWith(start))) continue;
      const path = `units.skills[${plan}].groups[${group}].items`;
      throw new RangeError(`${path}: no item of the city begins with "${start}"`);
    }
  });
  const needed = items.codes.map((_, item) =>
    skills.reduce((bits, has, group) => (has[item] === true ? bits | (1 << group) : bits), 0),
  );
  const sets = [...new Set([everybody, ...needed.filter((bits) => bits !== 0)])];
  const breadth = skills.map((has) => has.filter(Boolean).length);
  return {
    shares: groups.map(({ share }) => share.value),
    narrowFirst: groups.map((_, group) => group).sort((a, b) => breadth[a]! - breadth[b]! || a - b),
    sets,
    setOf: Uint8Array.from(needed, (bits) => Math.max(0, sets.indexOf(bits))),
  };
}

/**
 * The plan of each unit by its place in the list; -1 where none names it.
 *
 * @throws RangeError naming a unit that the city does not have
 */
export function plansOfUnits(plans: readonly SkillPlan[], { units }: Rules): Int32Array {
  plans.forEach(({ units: names }, plan) => {
    for (const name of names) {
      if (name.startsWith('kind:') || units.byCode.has(name)) continue;
      throw new RangeError(`units.skills[${plan}].units: there is no unit "${name}"`);
    }
  });
  return Int32Array.from(units.codes, (code, unit) =>
    plans.findIndex(
      ({ units: names }) => names.includes(code) || names.includes(`kind:${units.kinds[unit]!}`),
    ),
  );
}

/** So many people by shares, whole and all of them: the largest remainders are rounded up. */
export function shareOut(people: number, shares: readonly number[]): readonly number[] {
  const exact = shares.map((share) => share * people);
  const whole = exact.map((part) => Math.floor(part + 1e-9));
  const left = people - whole.reduce((sum, part) => sum + part, 0);
  const byRemainder = shares
    .map((_, group) => group)
    .sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const group of byRemainder.slice(0, left)) whole[group]! += 1;
  return whole;
}
