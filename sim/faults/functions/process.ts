import type { DurationMs, EpochMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { Agenda } from '../engine/agenda.ts';

/** Which deployment a function instance came with: 0 is the first. */
export type Deployment = 0 | 1;

/**
 * One instance of a function: it can die at any await, stand still, and its clock is its own. What it has asked of a
 * table or a queue before it died is done all the same, for it was on its way.
 */
export class Process {
  readonly id: string;
  readonly deployment: Deployment;
  isAlive = true;
  /** It stands still until then. */
  thawsAt: EpochMs = 0;
  /** What its clock shows beyond the true time. */
  skewMs: DurationMs;
  readonly clock: Clock;
  /** Told once when it dies. */
  onDeath: () => void = () => undefined;

  constructor(agenda: Agenda, given: { id: string; deployment: Deployment; skewMs: DurationMs }) {
    this.id = given.id;
    this.deployment = given.deployment;
    this.skewMs = given.skewMs;
    this.clock = { now: () => agenda.now + this.skewMs };
  }

  /** Nothing it awaits comes back any more. */
  die(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.onDeath();
  }
}
