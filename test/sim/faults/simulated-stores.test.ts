import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { memoryWebhookStore } from '../../../functions/adapters/memory/memory-webhook-store.ts';
import { Streams } from '../../../sim/engine/streams.ts';
import { Faults } from '../../../sim/faults/chance/faults.ts';
import { Agenda } from '../../../sim/faults/engine/agenda.ts';
import { runUntil } from '../../../sim/faults/engine/run-until.ts';
import { Process } from '../../../sim/faults/functions/process.ts';
import { simBoardStore } from '../../../sim/faults/ports/board-store.ts';
import { boardCalls, ticketCalls, webhookCalls } from '../../../sim/faults/ports/call-kinds.ts';
import { laggingIndexes } from '../../../sim/faults/ports/lagging-indexes.ts';
import { type CallKinds, onWire } from '../../../sim/faults/ports/on-wire.ts';
import { Wire } from '../../../sim/faults/ports/wire.ts';
import { boardStoreContract } from '../../contract/board-store.contract.ts';
import { ticketStoreContract } from '../../contract/ticket-store.contract.ts';
import { webhookStoreContract } from '../../contract/webhook-store.contract.ts';

/** A world without faults around one port: it goes on whenever somebody waits for it. */
function calm<Port extends object>(
  make: (world: { agenda: Agenda; faults: Faults }) => Port,
  kinds: CallKinds<Port>,
) {
  const agenda = new Agenda(0);
  const streams = new Streams(7);
  const faults = new Faults({}, streams);
  const wire = new Wire(agenda, faults, streams, () => undefined);
  const process = new Process(agenda, { id: 'test', deployment: 0, skewMs: 0 });
  const line = { wire, faults, pages: streams.of('pages') };
  const port = onWire(make({ agenda, faults }), kinds, line, process);
  let going = Promise.resolve();
  const driven = Object.entries(port).map(([name, method]) => [
    name,
    (...args: unknown[]) => {
      const answer = method(...args) as Promise<unknown>;
      going = going.then(() => runUntil(agenda, agenda.now + 1_000));
      return answer;
    },
  ]);
  return Object.fromEntries(driven) as Port;
}

const stream = new Streams(7).of('lag');

ticketStoreContract('the simulated table without faults', async () =>
  calm(
    ({ agenda, faults }) => laggingIndexes(memoryTicketStore(), { agenda, faults, stream, mostMs: 1 }),
    ticketCalls,
  ),
);
boardStoreContract('the simulated store of boards without faults', async () =>
  calm(simBoardStore, boardCalls),
);
webhookStoreContract('the simulated store of registrations without faults', async () =>
  calm(memoryWebhookStore, webhookCalls),
);
