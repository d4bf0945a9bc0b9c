import type { City } from '../city.ts';
import type { DeskRows } from '../desk-rows.ts';
import type { PartResult } from '../parts/part-result.ts';
import { onDuty } from '../roster.ts';
import { type CompiledPlan, compilePlan, plainPlan, plansOfUnits, shareOut } from './skill-plans.ts';
import type { SkillMeasure } from './skill-tallies.ts';
import { SkilledDesks } from './skilled-desks.ts';

/** Skills in a city: the desks that heed them, and what they show. */
export class Skills {
  readonly desks: SkilledDesks;
  private readonly city: City;
  private readonly planOf: Int32Array;
  private readonly compiled: readonly CompiledPlan[];

  constructor(city: City, rows: DeskRows, lanes: number, byDue: boolean) {
    const { rules, setup, spans, posts, env, warmUp, startAt } = city;
    const plans = setup.scenario.units.skills!;
    this.city = city;
    this.planOf = plansOfUnits(plans, rules);
    this.compiled = plans.map((plan, i) => compilePlan(plan, i, rules));
    const plain = plainPlan(rules.items.count);
    const shares = [...new Set(spans.map(({ share }) => share))];
    this.desks = new SkilledDesks({
      env,
      rows,
      warmUp,
      startAt,
      plans: Array.from(this.planOf, (plan) => this.compiled[plan] ?? plain),
      shifts: Array.from(posts, (count) => shares.map((share) => onDuty(count, share))),
      lanes,
      byDue,
    });
  }

  measures(): Readonly<Record<SkillMeasure, number>> {
    const named = [...this.planOf.keys()].filter((unit) => this.planOf[unit]! >= 0);
    return { skillHeldShare: this.desks.tallies.heldShare(named) };
  }

  /** A row for each group of each plan, its units together. */
  result(): PartResult {
    const { setup, posts, env } = this.city;
    const { tallies, slotOf } = this.desks;
    return {
      part: 'skills',
      rows: setup.scenario.units.skills!.flatMap(({ groups }, plan) => {
        const units = [...this.planOf.keys()].filter(
          (unit) => this.planOf[unit] === plan && posts[unit]! > 0,
        );
        const heldShare = known(tallies.heldShare(units));
        return groups.map(({ id }, group) => {
          const slots = units.map((unit) => slotOf[unit]! + group);
          const { begun, waitHours, utilisation } = tallies.of(slots, env.now);
          const { shares } = this.compiled[plan]!;
          const people = units.reduce((sum, unit) => sum + shareOut(posts[unit]!, shares)[group]!, 0);
          return {
            key: `${plan}.${id}`,
            values: [people, begun, known(waitHours), known(utilisation), heldShare],
          };
        });
      }),
    };
  }
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
