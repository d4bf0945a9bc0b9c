import type { City } from '../city.ts';
import { drawMs, type LengthLaw, logNormalLength } from '../length-law.ts';
import { Luck, luckOf } from '../luck.ts';
import type { Avoided } from './cause.ts';
import type { Causes } from './causes.ts';
import { EarlyStep, type EarlySteps } from './early-steps.ts';
import type { StaffTime } from './staff-time.ts';

/** What a unit does against a cause that it has been told of: it takes people's time, and may help. */
interface Response {
  readonly cause: number;
  readonly by: Avoided;
  readonly word: number;
}

/** Actions under way against causes. How often they help, and how much, is the scenario's assumption. */
export class Responses {
  private readonly city: City;
  private readonly causes: Causes;
  private readonly steps: EarlySteps;
  private readonly staff: StaffTime;
  private readonly after: LengthLaw;
  private readonly underWay = new Map<number, Response>();
  private count = 0;

  constructor(city: City, causes: Causes, steps: EarlySteps, staff: StaffTime) {
    this.city = city;
    this.causes = causes;
    this.steps = steps;
    this.staff = staff;
    this.after = logNormalLength(city.setup.scenario.early!.response.actAfterHours.value);
  }

  /** The unit acts: its people are taken at once, and what it achieves shows later. */
  begin(unit: number, response: Response): void {
    const { actHours } = this.city.setup.scenario.early!.response;
    this.count += 1;
    this.underWay.set(this.count, response);
    this.staff.spend(unit, actHours.value);
    const afterMs = drawMs(this.after, this.after.mean, response.word, Luck.actAfter, 0);
    this.steps.plan(this.city.env.now + afterMs, EarlyStep.acted, this.count);
  }

  end(id: number): void {
    const { worksShare, removedShare } = this.city.setup.scenario.early!.response;
    const { cause: number, by, word } = this.underWay.get(id)!;
    this.underWay.delete(id);
    if (luckOf(word, Luck.works) >= worksShare.value) return;
    const cause = this.causes.get(number);
    cause.left *= 1 - removedShare.value;
    cause.reducedBy = by;
  }
}
