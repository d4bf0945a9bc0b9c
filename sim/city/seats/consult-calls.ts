import { hourMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import type { FlowPlan } from '../flow-plan.ts';

const hoursPerDay = 24;

/**
 * The calls of a day that are settled at once, one after another. Their number is given; given it, they lie as those of a
 * Poisson process do: independently, each by the weights of the hours.
 */
export class ConsultCalls {
  private readonly plans: readonly FlowPlan[];
  private readonly stream: Stream;
  private readonly startAt: number;
  /** Sums of the weights of the day's hours. */
  private readonly upTo = new Float64Array(hoursPerDay + 1);
  private beganAt = 0;
  private left = 0;
  /** Share of the day's weight that lies before the last call. */
  private passed = 0;

  constructor(plans: readonly FlowPlan[], stream: Stream, startAt: number) {
    this.plans = plans;
    this.stream = stream;
    this.startAt = startAt;
  }

  begin(day: number, count: number): void {
    for (let hour = 0; hour < hoursPerDay; hour += 1) {
      const at = day * hoursPerDay + hour;
      const weight = this.plans.reduce(
        (sum, { perHour, deskPerTicket }) => sum + perHour[at]! * deskPerTicket,
        0,
      );
      this.upTo[hour + 1] = this.upTo[hour]! + weight;
    }
    this.beganAt = this.startAt + day * hoursPerDay * hourMs;
    this.left = count;
    this.passed = 0;
  }

  /** When the next one comes, epoch ms; infinite after the day's last. */
  next(): number {
    if (this.left === 0) return Number.POSITIVE_INFINITY;
    // The least of so many even numbers is 1 - u^(1/n).
    this.passed += (1 - this.passed) * (1 - this.stream.next01() ** (1 / this.left));
    this.left -= 1;
    const at = this.passed * this.upTo[hoursPerDay]!;
    let hour = 0;
    while (hour < hoursPerDay - 1 && this.upTo[hour + 1]! < at) hour += 1;
    const part = (at - this.upTo[hour]!) / (this.upTo[hour + 1]! - this.upTo[hour]!);
    return this.beganAt + Math.floor((hour + part) * hourMs);
  }
}
