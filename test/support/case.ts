import type { City } from '../../functions/core/city/city.ts';
import { type Command, keep } from '../../functions/core/ticket/command.ts';
import { advance, decide } from '../../functions/core/ticket/decide.ts';
import { requestKinds } from '../../functions/core/ticket/kinds.ts';
import { type Opening, open } from '../../functions/core/ticket/open.ts';
import type { EffectKind, EventName, Out } from '../../functions/core/ticket/out.ts';
import type { Refusal } from '../../functions/core/ticket/refusal.ts';
import { type StatusName, statusNames } from '../../functions/core/ticket/status.ts';
import { Ticket } from '../../functions/core/ticket/ticket.ts';
import type { EpochMs } from '../../functions/core/time.ts';

export type Line = { n: number; at: EpochMs; event: EventName; by: number; rule: string; unit: number };
export type Owed = {
  n: number;
  at: EpochMs;
  kind: EffectKind;
  to: number;
  event: EventName;
  /** The summons it is about: a place in the ticket's list. */
  about: number | undefined;
};
type WithoutBy = Command extends infer One ? (One extends Command ? Omit<One, 'by'> : never) : never;

/** 2026-11-16 is a Monday; 09:00 in Beijing. */
export const monday = Date.parse('2026-11-16T09:00:00+08:00');

/** One ticket driven by hand: commands by unit code, everything that happened kept. */
export class Case implements Out {
  readonly ticket = new Ticket();
  readonly lines: Line[] = [];
  readonly owed: Owed[] = [];
  private readonly city: City;

  constructor(
    city: City,
    opening: Partial<Opening> & { itemCode?: string; placeCode?: string },
    at: EpochMs,
  ) {
    this.city = city;
    const { itemCode, placeCode, ...rest } = opening;
    const whole: Opening = {
      kind: requestKinds.indexOf('help'),
      item: itemCode === undefined ? -1 : city.rules.items.byCode.get(itemCode)!,
      guessed: false,
      tier: keep,
      place: placeCode === undefined ? -1 : this.unit(placeCode),
      requestedAt: at,
      backlog: false,
      ...rest,
    };
    open(this.ticket, whole, at, city.rules, this);
  }

  entry(n: number, at: EpochMs, event: EventName, by: number, rule: string, unit: number): void {
    this.lines.push({ n, at, event, by, rule, unit });
  }

  effect(
    n: number,
    at: EpochMs,
    kind: EffectKind,
    to: number,
    event: EventName,
    _t: Ticket,
    about?: number,
  ): void {
    this.owed.push({ n, at, kind, to, event, about });
  }

  unit(code: string): number {
    const unit = this.city.rules.units.byCode.get(code);
    if (unit === undefined) throw new Error(`no unit ${code}`);
    return unit;
  }

  /** The ticket's lead issues a command, or `by` does. */
  ask(command: WithoutBy, at: EpochMs, by: number = this.ticket.lead): Refusal | undefined {
    return decide(this.ticket, { ...command, by } as Command, at, this.city.rules, this);
  }

  /** Time passes: what was promised before `at` is kept. */
  until(at: EpochMs): this {
    advance(this.ticket, at, this.city.rules, this);
    return this;
  }

  get status(): StatusName {
    return statusNames[this.ticket.status]!;
  }

  get leadCode(): string | undefined {
    return this.city.rules.units.codes[this.ticket.lead];
  }

  /** When an event happened, for each time it did. */
  times(event: EventName): EpochMs[] {
    return this.lines.filter((line) => line.event === event).map((line) => line.at);
  }

  events(): EventName[] {
    return this.lines.map((line) => line.event);
  }
}
