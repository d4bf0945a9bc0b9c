import { hourMs } from '../../../functions/core/time.ts';
import type { City } from '../city.ts';
import { begin } from '../handling.ts';
import { EarlyStep, type EarlySteps } from './early-steps.ts';
import { EarlyCount, type EarlyTallies } from './early-tallies.ts';

/** One person works on one thing for so long at most; what takes longer is shared by several at once. */
const pieceHoursMax = 8;

/** What desks are told instead of a ticket's row. */
const noTicket = -1;

/** Takes people of a unit from their desks for what it does before anybody asks: tickets wait meanwhile. */
export class StaffTime {
  private readonly city: City;
  private readonly steps: EarlySteps;
  private readonly tallies: EarlyTallies;

  constructor(city: City, steps: EarlySteps, tallies: EarlyTallies) {
    this.city = city;
    this.steps = steps;
    this.tallies = tallies;
  }

  spend(unit: number, hours: number): void {
    if (hours <= 0) return;
    const { desks, env, posts, tallies, isMeasured } = this.city;
    if (posts[unit] === 0) {
      posts[unit] = 1;
      desks.setOnDuty(unit, 1);
    }
    const people = Math.ceil(hours / pieceHoursMax);
    const lengthMs = Math.ceil((hours / people) * hourMs);
    for (let n = 0; n < people; n += 1) {
      desks.callOut(unit, noTicket);
      this.steps.plan(env.now + lengthMs, EarlyStep.release, unit);
    }
    this.city.workTodayMs += people * lengthMs;
    if (!isMeasured) return;
    tallies.workHours[unit]! += hours;
    this.tallies.add(EarlyCount.staffHours, hours);
  }

  release(unit: number): void {
    const next = this.city.desks.release(unit, noTicket);
    if (next >= 0) begin(this.city, next);
  }
}
