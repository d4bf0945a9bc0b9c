import type { City } from '../city.ts';
import { Luck, luckOf, luckWord } from '../luck.ts';
import { Avoided } from './cause.ts';
import type { Causes } from './causes.ts';
import { EarlyCount, type EarlyTallies } from './early-tallies.ts';
import type { Responses } from './responses.ts';
import type { StaffTime } from './staff-time.ts';

/** Patrols (巡查): every place looks daily for what can be seen, and acts against what it finds. */
export class Patrols {
  private readonly city: City;
  private readonly causes: Causes;
  private readonly tallies: EarlyTallies;
  private readonly staff: StaffTime;
  private readonly responses: Responses;
  private readonly isVisible: readonly boolean[];
  /** Places with any load. */
  private readonly places: readonly number[];

  constructor(
    city: City,
    parts: {
      readonly causes: Causes;
      readonly tallies: EarlyTallies;
      readonly staff: StaffTime;
      readonly responses: Responses;
    },
  ) {
    const { items } = city.setup.scenario.early!.patrol;
    const { places, placeWeights } = city.plans[0]!;
    this.city = city;
    this.causes = parts.causes;
    this.tallies = parts.tallies;
    this.staff = parts.staff;
    this.responses = parts.responses;
    this.isVisible = city.rules.items.codes.map((code) => items.some((start) => code.startsWith(start)));
    this.places = [...places].filter((_, i) => placeWeights[i]! > 0);
  }

  /** The patrols of one day, by its number in the run. */
  walk(day: number): void {
    const { hoursPerDay, foundShare } = this.city.setup.scenario.early!.patrol;
    for (const place of this.places) this.staff.spend(place, hoursPerDay.value);
    for (const id of this.causes.at(this.city.env.now)) {
      const cause = this.causes.get(id);
      if (cause.wasFound || cause.isSpared || !this.isVisible[cause.item]) continue;
      // Numbers of days pass the rounds of luck: each day has a word of its own.
      if (luckOf(luckWord(cause.word ^ day, Luck.find, 0), Luck.find, 1) >= foundShare.value) continue;
      cause.wasFound = true;
      if (this.city.isMeasured) this.tallies.add(EarlyCount.patrolFinds);
      const word = luckWord(cause.word, Luck.find, 2);
      this.responses.begin(cause.place, { cause: id, by: Avoided.byPatrol, word });
    }
  }
}
