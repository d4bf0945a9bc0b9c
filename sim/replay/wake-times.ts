import type { EpochMs } from '../../functions/core/time.ts';

/** The wake-up time each ticket was last written with: what the wake index of the store would say. */
export class WakeTimes {
  private readonly times = new Map<string, EpochMs>();
  private readonly taken = new Map<string, EpochMs>();

  /** Hears of a write; `undefined`: the ticket has nothing left to wake for. */
  note(ticketId: string, wakeAt: EpochMs | undefined): void {
    if (wakeAt === undefined) this.times.delete(ticketId);
    else this.times.set(ticketId, wakeAt);
  }

  of(ticketId: string): EpochMs | undefined {
    return this.times.get(ticketId);
  }

  /** The ticket's wake-up time if it is another than at the last call, so that none is scheduled twice. */
  takeNew(ticketId: string): EpochMs | undefined {
    const at = this.times.get(ticketId);
    if (at === undefined || this.taken.get(ticketId) === at) return undefined;
    this.taken.set(ticketId, at);
    return at;
  }
}
