import { dayMs, hourMs } from '../../../functions/core/time.ts';
import { discrete } from '../../engine/distributions/discrete.ts';
import type { Distribution } from '../../engine/distributions/distribution.ts';
import { drawPoisson } from '../../engine/distributions/poisson.ts';
import type { Stream } from '../../engine/stream.ts';
import type { City } from '../city.ts';
import { ContactFlag } from '../contact.ts';
import type { ContactSource } from '../contact-source.ts';
import { Luck } from '../luck.ts';
import { Avoided } from './cause.ts';
import { CauseHours } from './cause-hours.ts';
import { type CausePlan, causePlan, halfLivesMax } from './cause-plan.ts';
import type { Causes } from './causes.ts';

interface Due {
  readonly at: number;
  readonly cause: number;
  readonly word: number;
  readonly kind: number;
}

/** Whether a topic keeps a cause of this kind from coming about. */
export type Spares = (kind: number, item: number, word: number) => boolean;

/**
 * The requests that the scenario's causes bring, one after another. Who acts against a cause changes nothing of what is
 * drawn here: the same requests are due in every variant, and some are then avoided.
 */
export class CauseFlow implements ContactSource {
  readonly at = new Float64Array(1);
  item = 0;
  place = 0;
  kind = 0;
  word = 0;
  flags = 0;
  caller = 0;
  address = 0;
  cause = 0;

  private readonly city: City;
  private readonly causes: Causes;
  private readonly spares: Spares;
  private readonly plans: readonly CausePlan[];
  private readonly hours: readonly CauseHours[];
  private readonly streams: readonly Stream[];
  private readonly hourOf: Distribution;
  private readonly kindOf: Distribution;
  /** What is due on each day that has begun to fill, and what is left of today. */
  private readonly days = new Map<number, Due[]>();
  private today: Due[] = [];
  private next = 0;
  private day = 0;

  constructor(city: City, causes: Causes, spares: Spares) {
    const { setup, streams, plans } = city;
    const { load, early } = setup.scenario;
    this.city = city;
    this.causes = causes;
    this.spares = spares;
    this.streams = early!.causes.map(({ id }) => streams.of(`early cause ${id}`));
    this.plans = early!.causes.map((kind) =>
      causePlan(kind, setup, plans[0]!, streams.of(`early cause ${kind.id}: spots`)),
    );
    this.hours = this.plans.map(({ halfLifeHours }) => new CauseHours(halfLifeHours, load.hours.value));
    this.hourOf = discrete(load.hours.value);
    this.kindOf = discrete(Object.values(load.kinds.value));
    this.step();
  }

  step(): void {
    while (this.next === this.today.length) {
      if (this.day === this.city.days) {
        this.at[0] = Number.POSITIVE_INFINITY;
        return;
      }
      this.beginDay(this.day);
      this.day += 1;
    }
    const due = this.today[this.next]!;
    this.next += 1;
    const { item, place, word, bornAt } = this.causes.get(due.cause);
    this.at[0] = due.at;
    this.cause = due.cause;
    this.item = item;
    this.place = place;
    this.kind = due.kind;
    this.word = due.word;
    this.caller = due.word;
    // One cause, one address: whoever comes after the first brings what somebody there has brought already.
    this.address = word;
    this.flags = due.at > bornAt ? ContactFlag.sameAddress : 0;
  }

  /** Draws the day's new causes, and puts what is due today in order. */
  private beginDay(day: number): void {
    for (let kind = 0; kind < this.plans.length; kind += 1) {
      const stream = this.streams[kind]!;
      const born = drawPoisson(stream, this.plans[kind]!.kind.perDay.value);
      for (let n = 0; n < born; n += 1) this.bear(kind, day, stream);
    }
    this.today = this.days.get(day) ?? [];
    this.days.delete(day);
    this.next = 0;
    this.today.sort((a, b) => a.at - b.at || a.cause - b.cause);
  }

  private bear(kind: number, day: number, stream: Stream): void {
    const plan = this.plans[kind]!;
    const word = stream.next32();
    const { item, place } = plan.drawSpot(stream);
    const hour = this.hourOf.draw(stream);
    const mean = plan.requests.mean * plan.requests.factor(word, Luck.size, 0);
    const count = drawPoisson(stream, mean);
    const { startAt, days } = this.city;
    const beganAt = startAt + day * dayMs + hour * hourMs;
    const dues = Array.from({ length: count }, () => ({
      at: Math.floor(beganAt + this.hours[kind]!.at(hour, stream.next01()) * hourMs),
      word: stream.next32(),
      kind: this.kindOf.draw(stream),
    }));
    const bornAt = dues.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
    if (count === 0) return;
    const cause = this.causes.add({
      kind,
      item,
      place,
      word,
      bornAt,
      fadesAt: beganAt + plan.halfLifeHours * halfLivesMax * hourMs,
      isSpared: this.spares(kind, item, word),
      left: 1,
      reducedBy: Avoided.byAction,
      wasSeen: false,
      wasWarned: false,
      wasFound: false,
    });
    for (const due of dues) {
      const on = Math.floor((due.at - startAt) / dayMs);
      if (on >= days) continue;
      const list = this.days.get(on);
      if (list === undefined) this.days.set(on, [{ ...due, cause }]);
      else list.push({ ...due, cause });
    }
  }
}
