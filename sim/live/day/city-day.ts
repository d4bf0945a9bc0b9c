import { scheduler } from 'node:timers/promises';
import type { DurationMs, EpochMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import type { WireCommandType } from '../../../functions/usecases/wire-command.ts';
import type { Acknowledged } from '../check-lives.ts';
import { commandIdOf, type SentCommand } from '../expected-life.ts';
import type { ServiceClient, Speaker } from '../service-client.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A day as it is lived through the API: its clock, what was sent, and what came of it. */
export class CityDay {
  readonly acknowledged: Acknowledged[] = [];
  /** Everything sent, by the id the service remembers a command by. */
  readonly commands = new Map<string, SentCommand>();
  /** How often each command was accepted, and each refusal given. */
  readonly accepted = new Map<string, number>();
  readonly refused = new Map<string, number>();
  private readonly client: ServiceClient;
  private readonly clock: Clock;
  private readonly speed: number;
  private readonly startedAt: EpochMs;
  private readonly endsAt: EpochMs;
  private keys = 0;

  /** The day begins now and is followed for `lengthMs` of its own time, which passes `speed` times as fast. */
  constructor(props: { client: ServiceClient; clock: Clock; speed: number; lengthMs: DurationMs }) {
    this.client = props.client;
    this.clock = props.clock;
    this.speed = props.speed;
    this.startedAt = props.clock.now();
    this.endsAt = this.startedAt + props.lengthMs / props.speed;
  }

  /** Waits until so long after the day's beginning, in its own time. False when it ends before. */
  async until(atMs: DurationMs): Promise<boolean> {
    const at = this.startedAt + atMs / this.speed;
    await scheduler.wait(Math.max(0, Math.min(at, this.endsAt) - this.clock.now()));
    return at < this.endsAt && !this.isOver;
  }

  /** Waits for so long of the day's own time. False when it ends before. */
  after(lengthMs: DurationMs): Promise<boolean> {
    return this.until((this.clock.now() - this.startedAt) * this.speed + lengthMs);
  }

  get isOver(): boolean {
    return this.clock.now() >= this.endsAt;
  }

  async submit(body: object & { readonly source: string; readonly sourceKey: string }): Promise<TicketView> {
    const { view } = await this.client.submit(body);
    const { source, sourceKey } = body;
    this.acknowledged.push({ ticketId: view.ticketId, source, sourceKey, body });
    return view;
  }

  /** Asks for a command. Undefined when the ticket's state or the rules refuse it, which a late command must expect. */
  async command(
    ticketId: string,
    speaker: Speaker,
    type: WireCommandType,
    body: object = {},
  ): Promise<TicketView | undefined> {
    this.keys += 1;
    const key = `day-${this.keys}`;
    this.commands.set(commandIdOf(speaker, type, key), { type, body, speaker });
    const path = `/tickets/${ticketId}/${kebab(type)}`;
    const answer = await this.client.ask(speaker, 'POST', path, { body, key });
    if (answer.status === 200) {
      count(this.accepted, type);
      return answer.body as TicketView;
    }
    const { code = 'none' } = answer.body as { code?: string };
    count(this.refused, `${type}: ${answer.status} ${code}`);
    return undefined;
  }
}

const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
