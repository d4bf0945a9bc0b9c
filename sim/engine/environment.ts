import type { EventHandler } from './event-handler.ts';
import { kindOf, rankOf, rankPartMax } from './event-rank.ts';
import { FutureEventList } from './future-event-list.ts';

/** What names a scheduled event until it fires or is cancelled; after that the number is used again. */
export type EventId = number;

export interface EnvironmentOptions {
  /** Instant at which the simulation starts, in the model's unit of time. 0 if absent. */
  readonly startAt?: number;
  /** Most events that one run may schedule, at most 2^32 - 1. One more throws, with the simulated time. */
  readonly eventsMax: number;
  /** Most events that may be pending at once; bounds memory (about 40 bytes each). */
  readonly pendingMax?: number;
  /**
   * Told of most events a few events before they fire, several at once, and of some that are cancelled after all. A
   * model whose state does not fit the cache reads here what those events will need: the processor fetches it side by
   * side, where the events themselves would wait for one piece after the other. It must change nothing.
   */
  readonly ahead?: EventHandler;
}

/**
 * Simulated time and the events that move it. Events fire in the total order (time, priority, sequence of
 * scheduling). An event is two integers of the model, a kind and an entity: nothing is allocated for it.
 *
 *     const env = new Environment({ eventsMax: 1_000_000 });
 *     env.schedule(env.now + 5, ring, phone);
 *     env.runUntil(60, (kind, entity) => { ... });
 */
export class Environment {
  private readonly list: FutureEventList;
  private readonly clock = new Float64Array(3);
  /** Shared with the calendar. */
  private readonly at: Float64Array;
  private readonly until: Float64Array;
  private readonly options: Required<Omit<EnvironmentOptions, 'ahead'>>;
  private isStopped = false;
  private isRunning = false;

  constructor({ ahead, ...options }: EnvironmentOptions) {
    this.options = { startAt: 0, pendingMax: 2 ** 26, ...options };
    const { eventsMax, startAt } = this.options;
    if (!(eventsMax >= 0 && eventsMax < 2 ** 32)) {
      throw new RangeError(`eventsMax is ${eventsMax}: it must be from 0 to 2^32 - 1`);
    }
    if (!Number.isFinite(startAt)) throw new RangeError(`startAt is ${startAt}: it must be finite`);
    this.list = new FutureEventList(ahead);
    this.at = this.list.calendar.at;
    this.until = this.list.calendar.until;
    this.reset();
  }

  /** Simulated time, in the model's unit. */
  get now(): number {
    return this.clock[NOW]!;
  }

  /** Events scheduled and neither fired nor cancelled. */
  get pending(): number {
    return this.list.size;
  }

  /** Events fired since the start. */
  get fired(): number {
    return this.clock[FIRED]!;
  }

  /** Parts that hold all state, for `checkpointOf`. */
  get parts(): readonly object[] {
    return [this, ...this.list.parts];
  }

  /** Back to the start with no events: one environment serves all replications of a worker. */
  reset(): void {
    this.list.clear(this.options.startAt);
    this.clock[NOW] = this.options.startAt;
    this.clock[SCHEDULED] = 0;
    this.clock[FIRED] = 0;
    this.isStopped = false;
    this.isRunning = false;
  }

  /**
   * Plans an event at an instant, now or later. Kind and priority are integers from 0 to 32,767, the entity an int32.
   * A lower priority fires first among events of one instant; those alike in both fire as they were scheduled.
   */
  schedule(at: number, kind: number, entity: number, priority?: number): EventId {
    this.at[0] = at;
    return this.enlist(kind, entity, priority);
  }

  /**
   * Takes a pending event of `entity` out of the list, in constant time. False if it is not pending. Throws if the
   * number now names another entity's event, because then the model kept it past its end.
   */
  cancel(event: EventId, entity: number): boolean {
    const list = this.list;
    if (!list.slots.isPending(event)) return false;
    if (list.entityOf(event) !== entity) {
      throw new Error(
        `event ${event} is not entity ${entity}'s at ${this.now}: it had fired or been cancelled`,
      );
    }
    list.remove(event);
    return true;
  }

  /**
   * Fires every event before `untilAt` in order, then sets the time to `untilAt`; an infinite one runs until no event
   * is pending. Events at `untilAt` itself stay pending, so consecutive runs are one run. `stop` ends it early.
   */
  runUntil(untilAt: number, handle: EventHandler): void {
    this.until[0] = untilAt;
    this.fire(handle);
  }

  /** Ends `runUntil` after the event being handled; the time stays at that event. */
  stop(): void {
    this.isStopped = true;
  }

  private enlist(kind: number, entity: number, priority = 0): EventId {
    const clock = this.clock;
    const at = this.at[0]!;
    const sequence = clock[SCHEDULED]!;
    if (!(at >= clock[NOW]! && at < Number.POSITIVE_INFINITY) || (kind | priority) >>> 15 !== 0) {
      throw new RangeError(this.complaint(at, kind, priority));
    }
    if (sequence >= this.options.eventsMax || this.list.size >= this.options.pendingMax) this.refuse();
    clock[SCHEDULED] = sequence + 1;
    return this.list.insert(sequence | 0, rankOf(priority, kind), entity);
  }

  private fire(handle: EventHandler): void {
    if (this.isRunning) throw new Error(`runUntil was called by an event at ${this.now}`);
    this.isRunning = true;
    this.isStopped = false;
    try {
      while (this.list.hasNext() && !this.isStopped) this.fireFirst(handle);
    } finally {
      this.isRunning = false;
    }
    const until = this.until[0]!;
    if (!this.isStopped && until > this.now && until < Number.POSITIVE_INFINITY) this.clock[NOW] = until;
  }

  private fireFirst(handle: EventHandler): void {
    const { list, clock } = this;
    const current = list.current;
    clock[NOW] = current.times[current.head]!;
    clock[FIRED]!++;
    const words = list.calendar.bags.words;
    const at = current.positions[current.head++]! * 6;
    const rank = words[at + 3]!;
    const entity = words[at + 4]!;
    list.slots.give(words[at + 5]!);
    list.size--;
    handle(kindOf(rank), entity);
  }

  private complaint(at: number, kind: number, priority: number): string {
    if ((kind | priority) >>> 15 !== 0) {
      return `kind ${kind} and priority ${priority} must be integers from 0 to ${rankPartMax}`;
    }
    return `cannot schedule kind ${kind} at ${at}: it is ${this.now}, and times are finite and never in the past`;
  }

  private refuse(): never {
    const { eventsMax, pendingMax } = this.options;
    const limit =
      this.list.size >= pendingMax ? `${pendingMax} events pending` : `${eventsMax} events scheduled`;
    throw new Error(`limit of ${limit} reached at simulated time ${this.now}`);
  }
}

/** Doubles live in a typed array: as fields they would be boxed. */
const NOW = 0;
const SCHEDULED = 1;
const FIRED = 2;
