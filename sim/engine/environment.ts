import type { EventHandler } from './event-handler.ts';
import { FutureEventList } from './future-event-list.ts';
import { AT, NOW, UNTIL } from './instants.ts';
import { kindMask, struckOut } from './rank.ts';

/** What names a timer until it fires or is cancelled; after that the number is used again. */
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
export class Environment extends FutureEventList {
  private readonly startAt: number;
  private readonly eventsMax: number;
  /** As int32, the sequence that is one too many. */
  private readonly sequenceEnd: number;
  private readonly pendingMax: number;
  /** Both count up to 2^32 - 1 and wrap to int32, which V8 keeps out of boxes. */
  private scheduled = 0;
  private cancellations = 0;
  private isStopped = false;
  private isRunning = false;

  constructor({ startAt = 0, eventsMax, pendingMax = 2 ** 26, ahead }: EnvironmentOptions) {
    super(ahead);
    if (!(eventsMax >= 0 && eventsMax < 2 ** 32)) {
      throw new RangeError(`eventsMax is ${eventsMax}: it must be from 0 to 2^32 - 1`);
    }
    if (!Number.isFinite(startAt)) throw new RangeError(`startAt is ${startAt}: it must be finite`);
    this.startAt = startAt;
    this.eventsMax = eventsMax;
    this.sequenceEnd = Math.ceil(eventsMax) | 0;
    this.pendingMax = pendingMax;
    this.reset();
  }

  /** Simulated time, in the model's unit. */
  get now(): number {
    return this.instants[NOW]!;
  }

  /** Events scheduled and neither fired nor cancelled. */
  get pending(): number {
    return this.size;
  }

  /** Events cancelled since the start. */
  get cancelled(): number {
    return this.cancellations >>> 0;
  }

  /** Events fired since the start. */
  get fired(): number {
    return (this.scheduled >>> 0) - this.size - this.cancelled;
  }

  /** Parts that hold all state, for `checkpointOf`. */
  get parts(): readonly object[] {
    return [this];
  }

  /** Back to the start with no events: one environment serves all replications of a worker. */
  reset(): void {
    this.clear(this.startAt);
    this.instants[NOW] = this.startAt;
    this.scheduled = 0;
    this.cancellations = 0;
    this.isStopped = false;
    this.isRunning = false;
  }

  /**
   * Plans an event at an instant, now or later, that nobody will cancel. Kind and priority are integers from 0 to
   * 32,767, the entity an int32. A lower priority fires first among events of one instant; those alike in both fire as
   * they were scheduled.
   */
  schedule(at: number, kind: number, entity: number, priority = 0): void {
    this.instants[AT] = at;
    this.enlist(kind, entity, priority, noSlot);
  }

  /** As `schedule`, and the event may be cancelled: keeping track of it costs a little more. */
  timer(at: number, kind: number, entity: number, priority = 0): EventId {
    this.instants[AT] = at;
    return this.enlist(kind, entity, priority, newSlot);
  }

  /**
   * Takes a pending event of `entity` out of the list, in constant time. False if it is not pending. Throws if the
   * number now names another entity's event, because then the model kept it past its end.
   */
  cancel(event: EventId, entity: number): boolean {
    const position = this.where[event]!;
    if (!(position >= 0)) return false;
    if (this.words[position * 6 + 4] !== entity) {
      throw new Error(
        `event ${event} is not entity ${entity}'s at ${this.now}: it had fired or been cancelled`,
      );
    }
    this.removeSlot(event);
    this.cancellations = (this.cancellations + 1) | 0;
    return true;
  }

  /**
   * Fires every event before `untilAt` in order, then sets the time to `untilAt`; an infinite one runs until no event
   * is pending. Events at `untilAt` itself stay pending, so consecutive runs are one run. `stop` ends it early.
   */
  runUntil(untilAt: number, handle: EventHandler): void {
    this.instants[UNTIL] = untilAt;
    this.fire(handle);
  }

  /** Ends `runUntil` after the event being handled; the time stays at that event. */
  stop(): void {
    this.isStopped = true;
  }

  private enlist(kind: number, entity: number, priority: number, slot: number): EventId {
    const at = this.instants[AT]!;
    const sequence = this.scheduled;
    if (!(at >= this.instants[NOW]! && at < Number.POSITIVE_INFINITY) || (kind | priority) >>> 15 !== 0) {
      throw new RangeError(this.complaint(at, kind, priority));
    }
    if (sequence === this.sequenceEnd || this.size >= this.pendingMax) this.refuse();
    this.scheduled = (sequence + 1) | 0;
    const own = slot === newSlot ? this.takeSlot() : slot;
    this.insert(sequence, (priority << 16) | kind, entity, own);
    return own;
  }

  private fire(handle: EventHandler): void {
    if (this.isRunning) throw new Error(`runUntil was called by an event at ${this.now}`);
    this.isRunning = true;
    this.isStopped = false;
    const instants = this.instants;
    try {
      while (!this.isStopped) {
        const head = this.head;
        if (head === this.tail) {
          if (this.moveOn()) continue;
          break;
        }
        const at = this.currentTimes[head]!;
        if (!(at < instants[UNTIL]!)) break;
        this.head = head + 1;
        const words = this.words;
        const entry = this.currentPositions[head]! * 6;
        const rank = words[entry + 3]!;
        if ((rank & struckOut) !== 0) continue;
        instants[NOW] = at;
        this.size--;
        const slot = words[entry + 5]!;
        if (slot >= 0) this.giveSlot(slot);
        handle(rank & kindMask, words[entry + 4]!);
      }
    } finally {
      this.isRunning = false;
    }
    if (!this.isStopped && instants[UNTIL]! > instants[NOW]! && instants[UNTIL]! < Number.POSITIVE_INFINITY) {
      instants[NOW] = instants[UNTIL]!;
    }
  }

  private complaint(at: number, kind: number, priority: number): string {
    if ((kind | priority) >>> 15 !== 0) {
      return `kind ${kind} and priority ${priority} must be integers from 0 to 32767`;
    }
    return `cannot schedule kind ${kind} at ${at}: it is ${this.now}, and times are finite and never in the past`;
  }

  private refuse(): never {
    const { eventsMax, pendingMax } = this;
    const limit = this.size >= pendingMax ? `${pendingMax} events pending` : `${eventsMax} events scheduled`;
    throw new Error(`limit of ${limit} reached at simulated time ${this.now}`);
  }
}

/** What the entry of an event has that will not be cancelled. */
const noSlot = -1;
/** Asks for a slot. */
const newSlot = -2;
