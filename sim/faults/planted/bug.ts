import type { BoardStore } from '../../../functions/ports/board-store.ts';
import type { RulesRegister } from '../../../functions/ports/rules-register.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { WebhookStore } from '../../../functions/ports/webhook-store.ts';
import type { Agenda } from '../engine/agenda.ts';
import type { HttpFunction, InstancePorts } from '../functions/service.ts';
import type { Formats } from '../ports/formats.ts';
import type { SimQueue } from '../ports/sim-queue.ts';

/**
 * A mistake that somebody could make, made in a port or in what a function is built from, never in the code under test:
 * the checkers must find it.
 */
export interface Bug {
  readonly name: string;
  /** What is wrong, in words. */
  readonly what: string;
  /** The checkers that are there to find it; any of them may be the first. */
  readonly checkers: readonly string[];
  readonly store?: (store: TicketStore, agenda: Agenda) => TicketStore;
  readonly boards?: (boards: BoardStore) => BoardStore;
  readonly register?: (register: RulesRegister) => RulesRegister;
  readonly webhooks?: (webhooks: WebhookStore) => WebhookStore;
  readonly instance?: (ports: InstancePorts, agenda: Agenda) => InstancePorts;
  readonly http?: (serve: HttpFunction) => HttpFunction;
  readonly queue?: (queue: SimQueue) => void;
  readonly formats?: (formats: Formats) => Formats;
}
