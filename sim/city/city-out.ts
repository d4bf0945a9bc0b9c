import { Actor } from '../../functions/core/ticket/actor.ts';
import type { EffectKind, EventName, Out } from '../../functions/core/ticket/out.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import { chargedUnit } from './charged-unit.ts';
import type { City } from './city.ts';
import { Live, liveWidth } from './live-tickets.ts';

/** Takes what the rules say happened: counts it, hands it to a trace where there is one, and keeps nothing. */
export class CityOut implements Out {
  /** Promises kept, each a decision. */
  promises = 0;
  /** The row of the ticket being decided. */
  row = -1;
  private readonly city: City;

  constructor(city: City) {
    this.city = city;
  }

  entry(n: number, at: EpochMs, event: EventName, by: number, rule: string, unit: number): void {
    if (by === Actor.clock) this.keep(at, event);
    this.city.sink?.entry(this.number, n, at, event, by, rule, unit);
  }

  effect(
    n: number,
    at: EpochMs,
    kind: EffectKind,
    to: number,
    event: EventName,
    ticket: Ticket,
    about?: number,
  ): void {
    if (kind === 'ledger') this.enter(at, to, event, ticket, about);
    this.city.sink?.effect(this.number, n, at, kind, to, event);
  }

  /** What the month's boards count beside ended tickets: what is overdue as it ends, and summonses that ended. */
  private enter(at: EpochMs, to: number, event: EventName, t: Ticket, about: number | undefined): void {
    const { boards, rules } = this.city;
    if (event === 'countedOverdue') boards.addOverdue(to, t.item, t.kind, chargedUnit(t, at, rules));
    else if (about !== undefined && event !== 'summonsRated') boards.addSummons(to, t.summonses[about]!);
  }

  private keep(at: EpochMs, event: EventName): void {
    // By the clock too, but part of a command or another promise.
    if (event === 'dispatched' || event === 'helperAdded' || event === 'signed') return;
    this.promises += 1;
    if (event !== 'rungClimbed') return;
    const { warmUp, tallies, live } = this.city;
    if (warmUp.isOver(at)) tallies.rungs[live.ticket.rung]! += 1;
  }

  private get number(): number {
    return this.city.live.words[this.row * liveWidth + Live.number]!;
  }
}
