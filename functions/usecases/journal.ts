import type { HistoryEntry, OwedEffect } from '../core/record/ticket-record.ts';
import { noItem } from '../core/rules/item-table.ts';
import type { Rules } from '../core/rules/rules.ts';
import { noUnit } from '../core/rules/unit-table.ts';
import { Actor } from '../core/ticket/actor.ts';
import type { EffectKind, EventName, Out } from '../core/ticket/out.ts';
import { statusNames } from '../core/ticket/status.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { type EpochMs, NEVER } from '../core/time.ts';

/** Who caused the entries that no clock caused. */
export type Cause = {
  readonly commandId: string;
  /** Tells the command and its body from another under the same key. */
  readonly commandDigest?: string;
  readonly actor: string;
  readonly correlationId?: string;
};

type Context = {
  readonly ticketId: string;
  readonly rev: number;
  readonly rules: Rules;
  readonly cause?: Cause;
};

/** Collects what one decision did, as plain data for the record: history entries and owed effects. */
export class Journal implements Out {
  readonly entries: HistoryEntry[] = [];
  readonly owed: OwedEffect[] = [];
  private readonly context: Context;
  private lastRule = '';

  /** `context.rev` is the revision the decision will be written as. */
  constructor(context: Context) {
    this.context = context;
  }

  entry(n: number, at: EpochMs, event: EventName, by: number, rule: string, unit: number): void {
    const { rules, cause } = this.context;
    this.lastRule = rule;
    this.entries.push({
      n,
      at,
      event,
      by: codeOf(by, rules),
      rule,
      ...(unit === noUnit ? {} : { unit: codeOf(unit, rules) }),
      ...(by === Actor.clock || cause === undefined
        ? {}
        : { commandId: cause.commandId, actor: cause.actor, ...this.digestOnce(cause) }),
    });
  }

  /** The first entry of a command carries its digest. */
  private digestOnce({ commandId, commandDigest }: Cause) {
    if (commandDigest === undefined || this.entries.some((entry) => entry.commandId === commandId)) return {};
    return { commandDigest };
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
    const { rules, ticketId, rev, cause } = this.context;
    this.owed.push({
      id: `${ticketId}.${n}`,
      kind,
      to: codeOf(to, rules),
      event,
      at,
      rule: this.lastRule,
      ticketId,
      rev,
      status: statusNames[t.status]!,
      tier: rules.tiers[t.tier]!.key,
      ...(t.item === noItem ? {} : { item: rules.items.codes[t.item]! }),
      ...(t.lead === noUnit ? {} : { lead: rules.units.codes[t.lead]! }),
      ...(t.dueAt === NEVER ? {} : { dueAt: t.dueAt }),
      overdue: t.overdueAt !== NEVER,
      ...(about === undefined ? {} : { summons: about }),
      ...(cause?.correlationId === undefined ? {} : { correlationId: cause.correlationId }),
    });
  }
}

function codeOf(by: number, rules: Rules): string {
  if (by === Actor.clock) return 'clock';
  if (by === Actor.hotline) return 'hotline';
  return rules.units.codes[by] ?? 'unknown';
}
