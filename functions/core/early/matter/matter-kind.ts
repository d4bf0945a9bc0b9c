import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import { isOrIsOver, isOver } from '../../undertaking/standing.ts';
import type {
  UndertakingActor,
  UndertakingKind,
  UndertakingOut,
  UndertakingRefusal,
} from '../../undertaking/undertaking.ts';
import { type MatterCommand, matterCommand } from './matter-command.ts';
import { type MatterEvent, matterEvents } from './matter-events.ts';
import { addMembers, removeMembers } from './matter-members.ts';
import { pieceDone } from './matter-piece.ts';
import { finishStep, layPlan } from './matter-plan.ts';
import { keepMatter, matterPromiseAt } from './matter-promises.ts';
import { type MatterState, matterState } from './matter-state.ts';
import { addTask } from './matter-tasks.ts';
import { answerMatter, tellProgress } from './matter-word.ts';

/** What each status accepts; the end of a piece of work is time's own. */
const accepts = {
  atWork: ['addMembers', 'removeMembers', 'layPlan', 'finishStep', 'tellProgress', 'answer', 'close'],
  closing: [],
  closed: [],
} as const satisfies Record<MatterState['status'], readonly MatterCommand['type'][]>;

/** The rules of matters (同因并案). */
export const matterKind: UndertakingKind<MatterState, MatterCommand> = {
  kind: 'matter',
  state: matterState,
  command: matterCommand,
  events: matterEvents,
  nextPromiseAt: matterPromiseAt,
  workAt: ({ workAt }) => workAt ?? NEVER,
  keep: keepMatter,
  decide,
  keys(state) {
    const { status, lead, opener, overdue, item } = state;
    const actBy = matterPromiseAt(state);
    const units = new Set([lead, opener]);
    return {
      status,
      open: status !== 'closed',
      owner: lead,
      ...(actBy === NEVER ? {} : { actBy }),
      overdue,
      item,
      lists: ['matter', ...[...units].map((unit) => `matter/${unit}`)],
    };
  },
  mayRead: ({ lead, opener, plan }, actor, rules) =>
    actor.unit === opener ||
    isOrIsOver(actor, lead, rules) ||
    (plan?.steps ?? []).some(({ owner }) => owner === actor.unit),
};

function decide(
  state: MatterState,
  command: MatterCommand,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: UndertakingOut<MatterEvent>,
): Result<MatterState, UndertakingRefusal> {
  if (command.type === 'pieceDone')
    return actor.unit === 'clock' ? pieceDone(state, command, now, out) : err({ code: 'FORBIDDEN' });
  const accepted: readonly string[] = accepts[state.status];
  if (!accepted.includes(command.type)) return err({ code: 'NOT_ACCEPTED', status: state.status, accepted });
  switch (command.type) {
    case 'addMembers':
      return addMembers(state, command, actor, now, rules, out);
    case 'removeMembers':
      return removeMembers(state, command, actor, now, rules, out);
    case 'layPlan':
      return layPlan(state, command, actor, now, rules, out);
    case 'finishStep':
      return finishStep(state, command, actor, now, out);
    case 'tellProgress':
      return tellProgress(state, command, actor, now, rules, out);
    case 'answer':
      return answerMatter(state, command, actor, now, rules, out);
    case 'close':
      return close(state, actor, now, rules, out);
  }
}

/** Asks whether every ticket has ended; if so the matter closes, else it goes on. */
function close(
  state: MatterState,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: UndertakingOut<MatterEvent>,
): Result<MatterState, UndertakingRefusal> {
  const mayClose =
    actor.unit === state.lead || actor.unit === state.opener || isOver(actor, state.lead, rules);
  if (!mayClose) return err({ code: 'FORBIDDEN' });
  out.entry(now, 'closing', actor.unit, 'early.matter', state.lead);
  return ok(addTask({ ...state, status: 'closing' }, { type: 'check', ref: 0, by: actor.unit }, now));
}
