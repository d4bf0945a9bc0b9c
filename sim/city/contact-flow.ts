import { hourMs } from '../../functions/core/time.ts';
import { discrete } from '../engine/distributions/discrete.ts';
import type { Distribution } from '../engine/distributions/distribution.ts';
import { drawExponential } from '../engine/distributions/exponential.ts';
import type { Stream } from '../engine/stream.ts';
import type { Streams } from '../engine/streams.ts';
import { ContactMemory } from './contact-memory.ts';
import type { ContactSource } from './contact-source.ts';
import type { FlowPlan } from './flow-plan.ts';
import type { Load } from './load-schema.ts';

/**
 * Requests of one flow, one after another: a Poisson process whose rate follows hour and day. Its streams are its own and
 * nothing that units do touches them. `step` moves to the next one; the fields then describe it.
 */
export class ContactFlow implements ContactSource {
  /** When it comes in, epoch ms; infinite after the last one. */
  readonly at = new Float64Array(1);
  item = 0;
  place = 0;
  /** Index of the scenario's kinds. */
  kind = 0;
  /** Luck of its citizen, see `Luck`. */
  word = 0;
  flags = 0;
  /** Number that all contacts of one caller, or about one address, share. */
  caller = 0;
  address = 0;
  cause = 0;

  private readonly plan: FlowPlan;
  private readonly startAt: number;
  private readonly dayNoise: Float64Array;
  private readonly itemOf: Distribution;
  private readonly placeOf: Distribution;
  private readonly kindOf: Distribution;
  private readonly timeStream: Stream;
  private readonly itemStream: Stream;
  private readonly placeStream: Stream;
  private readonly kindStream: Stream;
  private readonly luckStream: Stream;
  private readonly memory: ContactMemory;
  private hour = 0;
  private readonly clock = new Float64Array(1);

  constructor(plan: FlowPlan, load: Load, dayNoise: Float64Array, startAt: number, streams: Streams) {
    this.plan = plan;
    this.startAt = startAt;
    this.dayNoise = dayNoise;
    this.itemOf = discrete([...plan.items]);
    this.placeOf = discrete([...plan.placeWeights]);
    this.kindOf = discrete(Object.values(load.kinds.value));
    this.timeStream = streams.of(`${plan.name}: time`);
    this.itemStream = streams.of(`${plan.name}: item`);
    this.placeStream = streams.of(`${plan.name}: place`);
    this.kindStream = streams.of(`${plan.name}: kind`);
    this.luckStream = streams.of(`${plan.name}: luck`);
    this.memory = new ContactMemory(plan, load, streams);
    this.clock[0] = startAt;
    this.step();
  }

  step(): void {
    if (!this.moveOn()) {
      this.at[0] = Number.POSITIVE_INFINITY;
      return;
    }
    this.at[0] = Math.floor(this.clock[0]!);
    this.word = this.luckStream.next32();
    this.kind = this.kindOf.draw(this.kindStream);
    this.item = this.itemOf.draw(this.itemStream);
    this.place = this.plan.places[this.placeOf.draw(this.placeStream)]!;
    this.memory.recall(this);
  }

  /** To the next instant of the process; false past the last hour. */
  private moveOn(): boolean {
    const { perHour } = this.plan;
    const clock = this.clock;
    let left = drawExponential(this.timeStream);
    while (this.hour < perHour.length) {
      const rate = perHour[this.hour]! * this.dayNoise[Math.floor(this.hour / 24)]!;
      const endAt = this.startAt + (this.hour + 1) * hourMs;
      const room = (rate * (endAt - clock[0]!)) / hourMs;
      if (left < room) {
        clock[0]! += (left / rate) * hourMs;
        return true;
      }
      left -= room;
      clock[0] = endAt;
      this.hour += 1;
    }
    return false;
  }
}
