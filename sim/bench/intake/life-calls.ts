import { hourMs } from '../../../functions/core/time.ts';
import { commandTicket } from '../../../functions/usecases/command-ticket.ts';
import { submitTicket } from '../../../functions/usecases/submit-ticket.ts';
import { wakeTicket } from '../../../functions/usecases/wake-ticket.ts';
import type { WireCommand } from '../../../functions/usecases/wire-command.ts';
import type { Call } from './call-log.ts';
import type { IntakeBench } from './open-bench.ts';
import { platform, sampleRequest } from './sample-request.ts';

/** What one step of a ticket's life asked of the servers. */
export interface StepCalls {
  readonly step: string;
  readonly calls: readonly Call[];
}

/** Lives tickets step by step on the real adapters and takes down the calls of each step. */
export async function lifeCalls({ deps, calls, ahead }: IntakeBench): Promise<readonly StepCalls[]> {
  const steps: StepCalls[] = [];
  const step = async (name: string, work: () => Promise<unknown>) => {
    steps.push({ step: name, calls: await calls.during(work) });
  };
  const open = async (key: string, itemCode?: string) => {
    const done = await submitTicket(deps, sampleRequest(key, itemCode), platform);
    if (!done.ok) throw new Error(done.error.code);
    return done.value.view;
  };
  // The first ticket of a process also keeps the rules.
  await open('life-0');
  let view = await open('life-1');
  await step('submit', async () => {
    view = await open('life-2');
  });
  await step('submit, one helper', () => open('life-3', '0101-02'));
  const { ticketId, leadUnit: unit = '' } = view;
  const lead = { subject: 'unit', unit, hotline: false };
  const command = (wire: WireCommand, caller: typeof lead | typeof platform) =>
    step(wire.type, async () => {
      const done = await commandTicket(deps, { ticketId, command: wire, commandId: wire.type, caller });
      if (!done.ok) throw new Error(`${wire.type}: ${done.error.code}`);
    });
  await command({ type: 'sign', body: {} }, lead);
  await command({ type: 'contact', body: {} }, lead);
  await command({ type: 'answer', body: { text: '已核实并退费。' } }, lead);
  const said = { reached: true, responded: true, resolved: true, grade: 'satisfied' };
  await command({ type: 'recordCallback', body: said }, platform);
  const forgotten = await open('life-4');
  await step('wake, nothing due', () => wakeTicket(deps, forgotten.ticketId));
  ahead(2 * hourMs + 2);
  await step('wake, sign limit passed', () => wakeTicket(deps, forgotten.ticketId));
  return steps;
}
