import type { City } from '../city.ts';
import type { Contact } from '../contact.ts';
import { Luck, luckWord } from '../luck.ts';
import { Avoided } from './cause.ts';
import type { Causes } from './causes.ts';

/** A surge of the load as causes: one for each item and place at which it brings anything. */
export class SurgeCauses {
  private readonly city: City;
  private readonly causes: Causes;
  private readonly ids = new Map<number, number>();
  private readonly firstKind: number;

  /** @param firstKind the kind of the scenario's first surge, behind its own causes */
  constructor(city: City, causes: Causes, firstKind: number) {
    this.city = city;
    this.causes = causes;
    this.firstKind = firstKind;
  }

  /** The cause of a request that the surge with this place in the scenario's list brings now. */
  causeOf(surge: number, { item, place }: Contact): number {
    const { rules, env } = this.city;
    const key = (surge * rules.items.count + item) * rules.units.count + place;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.causes.add({
      kind: this.firstKind + surge,
      item,
      place,
      word: luckWord(key, Luck.size, 0),
      bornAt: env.now,
      fadesAt: Number.POSITIVE_INFINITY,
      isSpared: false,
      left: 1,
      reducedBy: Avoided.byAction,
      wasSeen: false,
      wasWarned: false,
      wasFound: false,
    });
    this.ids.set(key, id);
    return id;
  }
}
