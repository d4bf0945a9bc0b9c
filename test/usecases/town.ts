import { createHash } from 'node:crypto';
import { memoryEffectQueue, memoryWakeQueue } from '../../functions/adapters/memory/memory-queues.ts';
import { memoryTicketStore } from '../../functions/adapters/memory/memory-ticket-store.ts';
import type { LoadedCity } from '../../functions/adapters/rules/read-city.ts';
import type { OwedEffect, TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import type { Caller } from '../../functions/usecases/caller.ts';
import { commandTicket } from '../../functions/usecases/command-ticket.ts';
import type { Deps } from '../../functions/usecases/deps.ts';
import { type Submission, submission } from '../../functions/usecases/submission.ts';
import { submitTicket } from '../../functions/usecases/submit-ticket.ts';
import type { WireCommand } from '../../functions/usecases/wire-command.ts';
import { beijing } from '../support/beijing.ts';
import { monday } from '../support/case.ts';

export const hotline: Caller = { subject: 'platform', hotline: true };
export const staffOf = (unit: string): Caller => ({ subject: `staff-of-${unit}`, unit, hotline: false });

/** A burst pipe at 东华门, posted by a hotline platform. */
export const pipe = (changes: Partial<Submission> = {}): Submission =>
  submission.parse({
    source: 'beijing-12345',
    sourceKey: 'call-1',
    channel: 'phone',
    kind: 'help',
    itemCode: '0101-01',
    description: '楼下水管爆了，水往外喷。',
    place: { unitCode: '110101017' },
    contact: { name: '王某', phone: '13800000000' },
    ...changes,
  });

/** The use cases on memory, with a clock, queues and a store that a test can bend. */
export class Town {
  now: EpochMs = monday;
  /** Queues that are down take nothing, as the queue service says it. */
  effectsDown = false;
  wakesDown = false;
  readonly store: TicketStore;
  readonly wakes = memoryWakeQueue();
  readonly effects = memoryEffectQueue();
  readonly deferred: string[] = [];
  readonly deps: Deps;
  private commands = 0;

  constructor(city: LoadedCity = beijing('beijing-2019'), store: TicketStore = memoryTicketStore()) {
    this.store = store;
    this.deps = {
      store: this.store,
      wakes: {
        send: async (all) => (this.wakesDown ? all.map(({ ticketId }) => ticketId) : this.wakes.send(all)),
      },
      effects: {
        send: async (all) => (this.effectsDown ? all.map(({ id }) => id) : this.effects.send(all)),
      },
      clock: { now: () => this.now },
      city,
      rulesOf: async (hash) => {
        if (hash !== city.rules.hash) throw new Error(`nobody kept the rules ${hash}`);
        return city.rules;
      },
      deferred: (ticketId) => this.deferred.push(ticketId),
      digest: (text) => createHash('sha256').update(text).digest('hex'),
    };
  }

  /** The same town with parts of its store bent. */
  bent(changes: Partial<TicketStore>): Deps {
    return { ...this.deps, store: { ...this.store, ...changes } };
  }

  async submit(body: Submission = pipe()): Promise<string> {
    const result = await submitTicket(this.deps, body, hotline);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.view.ticketId;
  }

  /** Somebody asks; each call is a command of its own. */
  ask(ticketId: string, command: WireCommand, caller: Caller, deps: Deps = this.deps) {
    this.commands += 1;
    return commandTicket(deps, { ticketId, command, commandId: `command-${this.commands}`, caller });
  }

  async record(ticketId: string): Promise<TicketRecord> {
    const record = await this.store.load(ticketId);
    if (record === undefined) throw new Error(`no ticket ${ticketId}`);
    return record;
  }

  /** Effects that reached the queue since the last call. */
  sent(): OwedEffect[] {
    return this.effects.take().map(({ body }) => JSON.parse(body) as OwedEffect);
  }
}
