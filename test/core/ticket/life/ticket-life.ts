import type { City } from '../../../../functions/core/city/city.ts';
import { freeze, thaw } from '../../../../functions/core/record/freeze.ts';
import type { TicketState } from '../../../../functions/core/record/ticket-state.ts';
import type { Rules } from '../../../../functions/core/rules/rules.ts';
import type { Command } from '../../../../functions/core/ticket/command.ts';
import { advance, decide } from '../../../../functions/core/ticket/decide.ts';
import { type Opening, open } from '../../../../functions/core/ticket/open.ts';
import type { EffectKind, EventName, Out } from '../../../../functions/core/ticket/out.ts';
import type { Refusal } from '../../../../functions/core/ticket/refusal.ts';
import { type StatusName, statusNames } from '../../../../functions/core/ticket/status.ts';
import { Ticket } from '../../../../functions/core/ticket/ticket.ts';
import type { EpochMs } from '../../../../functions/core/time.ts';

export type LifeEntry = { n: number; at: EpochMs; event: EventName; by: number; rule: string; unit: number };

/** An effect with what it tells: its state at the time it was owed. */
export type LifeEffect = {
  n: number;
  at: EpochMs;
  kind: EffectKind;
  to: number;
  event: EventName;
  status: StatusName;
  dueAt: EpochMs;
  /** The entry it came after. */
  after: number;
  /** The summons it is about. */
  about: number | undefined;
};

/** A ticket led through its life by hand, with everything that happened. */
export class TicketLife implements Out {
  ticket = new Ticket();
  readonly rules: Rules;
  readonly entries: LifeEntry[] = [];
  readonly effects: LifeEffect[] = [];
  now: EpochMs;

  constructor(city: City, opening: Opening, now: EpochMs) {
    this.rules = city.rules;
    this.now = now;
    open(this.ticket, opening, now, this.rules, this);
  }

  entry(n: number, at: EpochMs, event: EventName, by: number, rule: string, unit: number): void {
    this.entries.push({ n, at, event, by, rule, unit });
  }

  effect(
    n: number,
    at: EpochMs,
    kind: EffectKind,
    to: number,
    event: EventName,
    t: Ticket,
    about?: number,
  ): void {
    const after = this.entries.length;
    const status = statusNames[t.status]!;
    this.effects.push({ n, at, kind, to, event, status, dueAt: t.dueAt, after, about });
  }

  decide(command: Command, now: EpochMs): Refusal | undefined {
    this.now = now;
    return decide(this.ticket, command, now, this.rules, this);
  }

  advance(now: EpochMs): void {
    this.now = Math.max(this.now, now);
    advance(this.ticket, now, this.rules, this);
  }

  /** Puts the ticket into a store and takes it out again. */
  store(): void {
    this.ticket = thaw(JSON.parse(JSON.stringify(this.state())) as TicketState, this.rules);
  }

  state(): TicketState {
    return freeze(this.ticket, this.rules);
  }

  get status(): StatusName {
    return statusNames[this.ticket.status]!;
  }
}
