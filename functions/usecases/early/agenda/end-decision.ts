import { meetingState } from '../../../core/early/agenda/meeting.ts';
import { commandUndertaking } from '../undertakings/command-undertaking.ts';
import type { UndertakingWork } from '../undertakings/undertaking-work.ts';
import { arbitrateRow } from './arbitrate-row.ts';

/**
 * Ends a decision that was begun and not ended, because whoever asked for it was cut off: the ticket is asked under the
 * same key, and what it says is what the meeting has decided.
 */
export const endDecision: UndertakingWork = async (deps, { id, state }) => {
  const { reserved = [], rows } = meetingState.parse(state);
  const { by, actor, commandId, decision } = reserved.toSorted((a, b) => a.at - b.at)[0]!;
  const caller =
    by === 'hotline' ? { subject: actor, hotline: true } : { subject: actor, unit: by, hotline: false };
  const row = rows.find(({ n }) => n === decision.row)!;
  const done = await arbitrateRow(deps, { meetingId: id, row, decision, caller });
  if (!done.ok && done.error.code === 'BUSY') throw new Error(`the ticket of ${id}.${row.n} is busy`);
  if (done.ok) {
    const command = { type: 'decide', decision, commandId };
    const decided = await commandUndertaking(deps, { kind: 'meeting', id, command, caller, commandId });
    if (!decided.ok) throw new Error(`the decision of ${id}.${row.n} was refused: ${decided.error.code}`);
  }
  return { type: 'release', commandId };
};
