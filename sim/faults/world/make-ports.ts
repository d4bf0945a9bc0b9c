import { wakeMessage } from '../../../functions/adapters/sqs/wake-body.ts';
import { secondMs } from '../../../functions/core/time.ts';
import { effectMessage } from '../../../functions/core/undertaking/effect-message.ts';
import type { BoardStore } from '../../../functions/ports/board-store.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { Process } from '../functions/process.ts';
import { type InstancePorts, sha256 } from '../functions/service.ts';
import type { Bug } from '../planted/bug.ts';
import { boardCalls, registerCalls, ticketCalls, webhookCalls } from '../ports/call-kinds.ts';
import { onWire } from '../ports/on-wire.ts';
import { type Queues, queuePorts } from '../ports/queue-ports.ts';
import type { SimQueue } from '../ports/sim-queue.ts';
import type { Wire } from '../ports/wire.ts';
import { loadTown } from '../town/town.ts';
import { listeningTelemetry, unlessExplained } from './telemetry.ts';
import type { World } from './world.ts';

/** Builds the ports of each new function instance of a world. */
export function makePorts(given: {
  readonly world: World;
  readonly wire: Wire;
  readonly store: TicketStore;
  readonly boards: BoardStore;
  readonly bug: Bug | undefined;
}): (process: Process) => InstancePorts {
  const { world, wire, store, boards, bug } = given;
  const { agenda, faults, streams, book, queues, receivers, scenario } = world;
  const line = { wire, faults, pages: streams.of('short pages') };
  const luck = streams.of('retry luck');
  const secrets = streams.of('secrets');
  const telemetry = listeningTelemetry(book);
  let ids = 0;
  watchQueues(world);
  return (process) => {
    const pack = process.deployment === 0 ? scenario.pack : scenario.rollout.pack;
    const ports: InstancePorts = {
      process,
      clock: process.clock,
      city: loadTown(pack, scenario.speed),
      store: onWire(world.formats.seenBy(process, store), ticketCalls, line, process),
      boards: onWire(boards, boardCalls, line, process),
      register: onWire(world.register, registerCalls, line, process),
      webhooks: onWire(world.webhooks, webhookCalls, line, process),
      queues: queuePorts(queues, wire, faults, process),
      sender: receivers.senderOf(process),
      telemetry,
      deferred: (_, cause) => unlessExplained(book, cause),
      digest: sha256,
      newId: () => {
        ids += 1;
        return `id-of-world-${ids}`;
      },
      random01: () => luck.next01(),
      randomBytes: (count) => Uint8Array.from({ length: count }, () => secrets.below(256)),
      comeBackIn: (name, { messageId }, seconds) =>
        wire.call(process, {
          what: `hide ${messageId}`,
          kind: 'write',
          perform: async () => {
            const message = queues[name].find(messageId);
            if (message !== undefined) queues[name].hide(message, seconds * secondMs);
          },
        }),
      redrive: async () => {
        queues.effects.redrive();
        return 0;
      },
    };
    return bug?.instance?.(ports, agenda) ?? ports;
  };
}

/** Notes what is put into the queues: bodies go out of the service, and effects are on their way. */
function watchQueues({ queues, book }: World): void {
  for (const [name, queue] of Object.entries(queues) as [keyof Queues, SimQueue][]) {
    queue.onSent = (body: string) => {
      book.emitted.push(body);
      if (name === 'effects') book.effectArrived(effectMessage.parse(JSON.parse(body)));
      else if (name === 'wake') wakeMessage.parse(JSON.parse(body));
    };
  }
}
