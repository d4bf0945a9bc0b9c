import type { Contact } from '../contact.ts';

/** A call of whom nothing becomes a ticket. */
export const consultKind = -1;

/** One call: who brings what, how often it was tried, and since when it waits. The object is used again. */
export interface Call extends Contact {
  /** Kind of the request it becomes, or `consultKind`. */
  kind: number;
  tries: number;
  madeAt: number;
  /** Whether it was made after the warm-up, and in which hour of the day. */
  isMeasured: boolean;
  hour: number;
  /** The event at which its caller hangs up; -1 for none. */
  hangUp: number;
  /** Neighbours in the queue, -1 at its ends; and whether it stands there. */
  next: number;
  previous: number;
}

/** The calls under way, by number. Numbers of ended calls serve the next ones. */
export class CallPool {
  private readonly calls: Call[] = [];
  private readonly free: number[] = [];

  take(contact: Contact, kind: number): number {
    const id = this.free.pop() ?? this.calls.length;
    const { item, place, flags, word, caller, address, cause } = contact;
    const call = { item, place, flags, word, caller, address, cause, kind };
    const fresh = { tries: 0, madeAt: 0, isMeasured: false, hour: 0, hangUp: -1, next: -1, previous: -1 };
    this.calls[id] = Object.assign(this.calls[id] ?? {}, call, fresh) as Call;
    return id;
  }

  get(id: number): Call {
    return this.calls[id]!;
  }

  give(id: number): void {
    this.free.push(id);
  }
}
