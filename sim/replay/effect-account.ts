import { owedEffect, type TicketRecord } from '../../functions/core/record/ticket-record.ts';

/** Keeps account of effects by their id: what was owed, what arrived and how often. */
export class EffectAccount {
  /** Ids of what was owed and can be told apart on arrival. */
  private readonly owed = new Set<string>();
  private readonly arrived = new Map<string, number>();
  /** Views of helping units carry no id; they are counted only. */
  private readonly views = new Set<string>();

  /** Sightings are no part of the number of effects that a ticket counts. */
  private sightings = 0;

  /** Notes what a written record owes; an effect carried forward is the same effect. */
  owe({ owed }: TicketRecord): void {
    for (const { id, kind } of owed) {
      if (kind === 'sighting' && !this.owed.has(id)) this.sightings += 1;
      (kind === 'view' ? this.views : this.owed).add(id);
    }
  }

  /** Notes the arrival of a message of the effect queue. */
  receive(body: string): void {
    this.arrive(owedEffect.parse(JSON.parse(body)).id);
  }

  arrive(id: string): void {
    this.arrived.set(id, (this.arrived.get(id) ?? 0) + 1);
  }

  /** The account: `never`, `twice` and `unknown` list ids that break the rule of exactly once. */
  balance() {
    return {
      owed: this.owed.size,
      views: this.views.size,
      /** Effects that the tickets number. */
      numbered: this.owed.size - this.sightings + this.views.size,
      arrived: [...this.arrived.values()].reduce((sum, count) => sum + count, 0),
      never: [...this.owed].filter((id) => !this.arrived.has(id)),
      twice: [...this.arrived].filter(([, count]) => count > 1).map(([id]) => id),
      unknown: [...this.arrived.keys()].filter((id) => !this.owed.has(id)),
    };
  }
}
