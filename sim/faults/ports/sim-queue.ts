import type { DurationMs, EpochMs } from '../../../functions/core/time.ts';
import { secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import type { Faults } from '../chance/faults.ts';
import type { Agenda } from '../engine/agenda.ts';

/** A message as it lies in a queue. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: EpochMs;
  visibleAt: EpochMs;
  receives: number;
}

/** How a queue is set up; the deployment's own numbers. */
export interface QueueSettings {
  readonly name: string;
  /** A message taken is hidden for so long. */
  readonly visibilityMs: DurationMs;
  /** A message older than this is dropped. */
  readonly retentionMs: DurationMs;
  /** Received more often than this, a message goes to the dead letters. */
  readonly receivesMax: number;
  /** Whether messages may be lost: only where the service promises to need none. */
  readonly mayLose: boolean;
}

/** A stretch of time in which a queue takes and gives nothing. */
export interface Outage {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

const delayedMaxMs = 40 * secondMs;

/**
 * A standard queue of SQS: at least once, in no order. A message taken is hidden and comes back unless it is deleted;
 * taken too often, it goes to the dead letters.
 */
export class SimQueue {
  readonly settings: QueueSettings;
  readonly dead: Message[] = [];
  /** Told when a message may be taken. */
  onVisible: () => void = () => undefined;
  /** Told of every message that is taken in. */
  onSent: (body: string) => void = () => undefined;
  /** Received more often than this, a message goes to the dead letters; false drops it. */
  receivesMax: number;
  buries = true;
  private messages: Message[] = [];
  private sent = 0;
  private readonly agenda: Agenda;
  private readonly faults: Faults;
  private readonly stream: Stream;
  private readonly outages: readonly Outage[];

  constructor(
    settings: QueueSettings,
    given: { agenda: Agenda; faults: Faults; stream: Stream; outages: readonly Outage[] },
  ) {
    this.settings = settings;
    this.receivesMax = settings.receivesMax;
    this.agenda = given.agenda;
    this.faults = given.faults;
    this.stream = given.stream;
    this.outages = given.outages;
  }

  /** Whether it takes and gives nothing just now. */
  get isDown(): boolean {
    const { now } = this.agenda;
    return this.faults.isOn && this.outages.some(({ from, until }) => now >= from && now < until);
  }

  get length(): number {
    return this.messages.length;
  }

  /** Bodies of all that lies here or among the dead letters. */
  get bodies(): readonly string[] {
    return [...this.messages, ...this.dead].map(({ body }) => body);
  }

  /** Takes a message in. */
  send(body: string, delayMs: DurationMs): void {
    const { faults, stream, settings } = this;
    this.onSent(body);
    if (settings.mayLose && faults.comes('lostMessage')) return;
    const copies = faults.comes('duplicate') ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.sent += 1;
      const lateMs = faults.comes('delayed') ? 1 + stream.below(delayedMaxMs) : 0;
      const message = {
        id: `${settings.name}-${this.sent}`,
        body,
        sentAt: this.agenda.now,
        visibleAt: this.agenda.now + delayMs + lateMs,
        receives: 0,
      };
      this.messages.push(message);
      this.agenda.at(message.visibleAt, () => this.onVisible());
    }
  }

  /** Hands over up to `max` messages in any order and hides them. */
  receive(max: number): readonly Message[] {
    if (this.isDown) {
      this.agenda.in(secondMs, () => this.onVisible());
      return [];
    }
    const { now } = this.agenda;
    const { retentionMs, visibilityMs } = this.settings;
    this.messages = this.messages.filter(({ sentAt }) => now - sentAt <= retentionMs);
    const visible = this.messages.filter(({ visibleAt }) => visibleAt <= now);
    const taken: Message[] = [];
    while (visible.length > 0 && taken.length < max) {
      const [message] = visible.splice(this.stream.below(visible.length), 1);
      if (message!.receives >= this.receivesMax) this.bury(message!);
      else taken.push(message!);
    }
    for (const message of taken) {
      message.receives += 1;
      this.hide(message, visibilityMs);
    }
    return taken;
  }

  /** A message is done; the queue may not have heard. */
  remove(message: Message): void {
    if (this.faults.comes('undeleted')) return;
    this.messages = this.messages.filter((one) => one !== message);
  }

  /** Lets a message come back after so long instead of its own time. */
  hide(message: Message, hiddenMs: DurationMs): void {
    message.visibleAt = this.agenda.now + hiddenMs;
    this.agenda.at(message.visibleAt, () => this.onVisible());
  }

  /** The message of an id, if it is still here. */
  find(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id);
  }

  /** Puts the dead letters back, as an operator does once their cause is mended. */
  redrive(): void {
    for (const { body } of this.dead.splice(0)) this.send(body, 0);
  }

  private bury(message: Message): void {
    this.messages = this.messages.filter((one) => one !== message);
    if (this.buries) this.dead.push(message);
  }
}
