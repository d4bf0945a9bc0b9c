import { err, type Result } from '../../result.ts';
import { earlyPart } from '../../rules/early-rules.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import { isOver } from '../../undertaking/standing.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { MatterCommandOf } from './matter-command.ts';
import type { MatterEvent } from './matter-events.ts';
import { addMembers } from './matter-members.ts';
import type { MatterState } from './matter-state.ts';

export interface NewMatter extends Pick<MatterCommandOf<'addMembers'>, 'ticketIds' | 'selection'> {
  readonly title: string;
  readonly item: string;
  readonly lead: string;
}

/**
 * Opens a matter: whoever is over its lead (or the hotline) says which tickets have one cause and who leads them. The lead
 * owes a plan, and word to the citizens.
 */
export function openMatter(
  { title, item, lead, ticketIds, selection }: NewMatter,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: UndertakingOut<MatterEvent>,
): Result<MatterState, UndertakingRefusal> {
  const matter = earlyPart(rules, 'matter');
  if (!matter.ok) return matter;
  if (!rules.units.byCode.has(lead)) return err({ code: 'UNKNOWN_UNIT', unitCode: lead });
  if (!rules.items.byCode.has(item))
    return err({ code: 'INVALID', field: 'itemCode', reason: 'the catalogue has no such item' });
  if (!isOver(actor, lead, rules)) return err({ code: 'FORBIDDEN' });
  const state: MatterState = {
    title,
    item,
    lead,
    opener: actor.unit,
    status: 'atWork',
    openedAt: now,
    batches: [],
    tasks: [],
    tasksAsked: 0,
    planBy: now + matter.value.planMs,
    progress: [],
    answers: [],
    overdue: false,
    members: 0,
    refused: 0,
  };
  out.entry(now, 'opened', actor.unit, 'early.matter', lead);
  out.notice(now, lead, 'opened');
  return addMembers(state, { ticketIds, selection }, actor, now, rules, out);
}
