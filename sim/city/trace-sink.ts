import type { Command } from '../../functions/core/ticket/command.ts';
import type { Opening } from '../../functions/core/ticket/open.ts';
import type { EffectKind, EventName } from '../../functions/core/ticket/out.ts';
import type { Refusal } from '../../functions/core/ticket/refusal.ts';
import type { EpochMs } from '../../functions/core/time.ts';

/** Who brings a traced request, beside what the rules see of it. */
export interface TracedContact {
  readonly channel: 'phone' | 'network';
  /** Numbers that all requests of one caller, or about one address, share. */
  readonly caller: number;
  readonly address: number;
}

/** Receives what happens in a run, in order. Tickets are numbered from 1 as they open. */
export interface TraceSink {
  open(ticket: number, at: EpochMs, opening: Opening, contact: TracedContact): void;
  /** What the people at work or the hotline ask of the ticket; refused where `refusal` is given. */
  command(ticket: number, at: EpochMs, command: Command, refusal: Refusal | undefined): void;
  /** A history entry, as in the live service. */
  entry(
    ticket: number,
    n: number,
    at: EpochMs,
    event: EventName,
    by: number,
    rule: string,
    unit: number,
  ): void;
  effect(ticket: number, n: number, at: EpochMs, kind: EffectKind, to: number, event: EventName): void;
}
