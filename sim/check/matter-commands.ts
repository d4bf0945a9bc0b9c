import { matterKind } from '../../functions/core/early/matter/matter-kind.ts';
import type { MatterTask } from '../../functions/core/early/matter/matter-state.ts';
import { kindOfId } from '../../functions/core/undertaking/undertaking-id.ts';
import type { Caller } from '../../functions/usecases/caller.ts';
import type { WireCommandType } from '../../functions/usecases/wire-command.ts';
import type { Facts } from './facts.ts';

/** A command that an undertaking gives a ticket in somebody's name, as it stands in its own versions. */
export interface CommandAsked {
  readonly caller: Caller;
  readonly operationId: WireCommandType;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a matter asked of a ticket under this id; undefined when no version of any matter had such a task. */
export function commandOfMatter(facts: Facts, commandId: string): CommandAsked | undefined {
  const [matterId = '', n] = commandId.split('.');
  if (kindOfId(matterId) !== 'matter') return undefined;
  for (const { record } of facts.undertakings.get(matterId) ?? []) {
    const state = matterKind.state.parse(record.state);
    const task = state.tasks.find((one) => String(one.n) === n);
    if (task !== undefined) return commandOf(matterId, state.lead, task);
  }
  return undefined;
}

function commandOf(
  matterId: string,
  leads: string,
  { type, by, lead, text }: MatterTask,
): CommandAsked | undefined {
  const caller = { subject: matterId, hotline: by === 'hotline', ...(by === 'hotline' ? {} : { unit: by }) };
  switch (type) {
    case 'join':
      return { caller, operationId: 'joinMatter', body: { matterId, leadUnit: leads } };
    case 'leave':
      return {
        caller,
        operationId: 'leaveMatter',
        body: { matterId, ...(lead === undefined ? {} : { leadUnit: lead }) },
      };
    case 'tell':
      return { caller, operationId: 'tellProgress', body: { text } };
    case 'answer':
      return { caller, operationId: 'answer', body: { text } };
    case 'check':
      return undefined;
  }
}
