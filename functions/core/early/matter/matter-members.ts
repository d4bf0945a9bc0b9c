import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import { isOver } from '../../undertaking/standing.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { MatterCommandOf } from './matter-command.ts';
import type { MatterEvent } from './matter-events.ts';
import { placesOf, selectionFault } from './matter-selection.ts';
import type { MatterState } from './matter-state.ts';
import { addTask, hasRoomFor, waitingIn } from './matter-tasks.ts';

type Out = UndertakingOut<MatterEvent>;
type Answer = Result<MatterState, UndertakingRefusal>;

const batchesMax = 200;

/** Whether the actor may say which tickets belong to a matter: it opened it, or is over its lead. */
const mayManage = (state: MatterState, actor: UndertakingActor, rules: Rules): boolean =>
  actor.unit === state.opener || isOver(actor, state.lead, rules);

/** A batch of tickets joins: those named, or those of an item in some places within a window. */
export function addMembers(
  state: MatterState,
  { ticketIds, selection }: Omit<MatterCommandOf<'addMembers'>, 'type'>,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Answer {
  if (!mayManage(state, actor, rules)) return err({ code: 'FORBIDDEN' });
  const { membersMax, progressMs } = rules.early.matter!;
  const asked = [...new Set(ticketIds ?? [])];
  if (asked.length === 0 && selection === undefined)
    return err({ code: 'INVALID', field: 'ticketIds', reason: 'give ticketIds or a selection' });
  const fault = selection && selectionFault(selection, rules);
  if (fault !== undefined) return err(fault);
  if (state.members + waitingIn(state) + asked.length > membersMax)
    return err({ code: 'LIMIT_REACHED', rule: 'early.matter.membersMax', limit: membersMax });
  if (!hasRoomFor(state, asked.length) || state.batches.length >= batchesMax)
    return err({ code: 'OUT_OF_TURN', reason: 'the matter is still busy with what was asked before' });
  const n = state.batches.length + 1;
  out.entry(now, 'membersAdded', actor.unit, 'early.matter');
  const batches = [...state.batches, { n, at: now, by: actor.unit, joined: 0, refused: 0 }];
  const progressBy = state.progressBy ?? now + progressMs;
  const task = { type: 'join', ref: n, by: actor.unit } as const;
  const grown = { ...state, batches, progressBy };
  const named = asked.length === 0 ? grown : addTask(grown, { ...task, ticketIds: asked }, now);
  if (selection === undefined) return ok(named);
  const places = placesOf(selection, rules);
  return ok(addTask(named, { ...task, selection: { ...selection, places } }, now));
}

/** Tickets leave: they go on by themselves, with the matter's lead or with another unit. */
export function removeMembers(
  state: MatterState,
  { ticketIds, lead }: MatterCommandOf<'removeMembers'>,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Answer {
  if (!mayManage(state, actor, rules)) return err({ code: 'FORBIDDEN' });
  if (lead !== undefined && !rules.units.byCode.has(lead))
    return err({ code: 'UNKNOWN_UNIT', unitCode: lead });
  const asked = [...new Set(ticketIds)];
  if (!hasRoomFor(state, asked.length))
    return err({ code: 'OUT_OF_TURN', reason: 'the matter is still busy with what was asked before' });
  out.entry(now, 'membersRemoved', actor.unit, 'early.matter', lead);
  const task = { type: 'leave', ref: 0, by: actor.unit, ticketIds: asked } as const;
  return ok(addTask(state, lead === undefined ? task : { ...task, lead }, now));
}
