import type { Stream } from '../engine/stream.ts';
import type { Streams } from '../engine/streams.ts';
import { type Contact, ContactFlag } from './contact.ts';
import type { FlowPlan } from './flow-plan.ts';
import type { Load } from './load-schema.ts';

/**
 * Who called before, and about which address: callers who call again bring the same matter from the same place; other
 * people at an address bring what somebody there has brought already.
 */
export class ContactMemory {
  private readonly repeatShare: number;
  private readonly newShare: number;
  private readonly addressShare: number;
  private readonly callerStream: Stream;
  private readonly addressStream: Stream;
  private readonly callers: Ring;
  private readonly addresses: Ring;

  constructor(plan: FlowPlan, load: Load, streams: Streams) {
    const { callers, contacts, sameAddress, withinDays } = load.repeat;
    this.repeatShare = contacts.value;
    // Of callers, `callers` make `contacts` of the contacts; the others call once.
    const callersPerContact = (1 - contacts.value) / (1 - callers.value);
    this.newShare = Math.min((callers.value * callersPerContact) / contacts.value, 1);
    this.addressShare = sameAddress.value;
    this.callerStream = streams.of(`${plan.name}: caller`);
    this.addressStream = streams.of(`${plan.name}: address`);
    const perDay = (plan.perHour.reduce((sum, rate) => sum + rate, 0) / plan.perHour.length) * 24;
    const kept = Math.min(Math.max(perDay * withinDays.value, 16), 2 ** 20);
    this.callers = new Ring(Math.ceil(kept * contacts.value * this.newShare));
    this.addresses = new Ring(Math.ceil(kept));
  }

  /** Says who brings the contact and about which address, and lets an earlier one give its matter and place. */
  recall(contact: Contact): void {
    contact.flags = 0;
    contact.caller = contact.word;
    contact.address = contact.word;
    if (this.callerStream.chance(this.repeatShare)) this.recallCaller(contact);
    else if (this.addressStream.chance(this.addressShare) && this.addresses.used > 0) {
      contact.flags = ContactFlag.sameAddress;
      this.addresses.recall(this.addressStream.below(this.addresses.used), contact);
    }
    this.addresses.keep(contact);
  }

  private recallCaller(contact: Contact): void {
    contact.flags = ContactFlag.repeatCaller;
    if (this.callers.used === 0 || this.callerStream.chance(this.newShare)) {
      this.callers.keep(contact);
      return;
    }
    const slot = this.callerStream.below(this.callers.used);
    this.callers.recall(slot, contact);
    contact.caller = this.callers.caller(slot);
  }
}

/** The last so many matters, in 16 bytes each. */
class Ring {
  used = 0;
  private readonly cells: Int32Array;
  private next = 0;

  constructor(size: number) {
    this.cells = new Int32Array(Math.max(size, 1) * 4);
  }

  caller(slot: number): number {
    return this.cells[slot * 4 + 3]!;
  }

  keep(contact: Contact): void {
    const { cells } = this;
    const at = this.next * 4;
    cells[at] = contact.item;
    cells[at + 1] = contact.place;
    cells[at + 2] = contact.address;
    cells[at + 3] = contact.caller;
    this.next += 1;
    if (this.used < this.next) this.used = this.next;
    if (this.next * 4 === cells.length) this.next = 0;
  }

  recall(slot: number, contact: Contact): void {
    contact.item = this.cells[slot * 4]!;
    contact.place = this.cells[slot * 4 + 1]!;
    contact.address = this.cells[slot * 4 + 2]!;
  }
}
