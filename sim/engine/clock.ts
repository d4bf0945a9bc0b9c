/**
 * The numbers of an environment that need not be small integers, each a Float64Array of one. As plain fields they
 * would be boxed, and so would be one handed to a call that V8 does not inline: the time of an event to insert and the
 * end of a run are left here instead, which keeps the engine from allocating.
 */
export class Clock {
  private readonly buffer = new ArrayBuffer(10 * 8);
  /** Simulated time. */
  readonly now = new Float64Array(this.buffer, 0, 1);
  /** Events scheduled and fired since the start. */
  readonly scheduled = new Float64Array(this.buffer, 8, 1);
  readonly fired = new Float64Array(this.buffer, 16, 1);
  /** The time of the event being inserted. */
  readonly at = new Float64Array(this.buffer, 24, 1);
  /** The time up to which events are asked for. */
  readonly until = new Float64Array(this.buffer, 32, 1);
  /** Fine buckets in a unit of time. */
  readonly perTime = new Float64Array(this.buffer, 40, 1);
  /** Number of the fine bucket being emptied, and of its coarse bucket. */
  readonly fine = new Float64Array(this.buffer, 48, 1);
  readonly coarse = new Float64Array(this.buffer, 56, 1);
  /** No overflow event is in an earlier coarse bucket. */
  readonly overflowFrom = new Float64Array(this.buffer, 64, 1);
  /** Where the calendar stood when its width was last reviewed. */
  readonly reviewedAt = new Float64Array(this.buffer, 72, 1);
}
