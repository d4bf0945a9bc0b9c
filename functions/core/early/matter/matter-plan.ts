import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import type { MatterCommandOf } from './matter-command.ts';
import type { MatterEvent } from './matter-events.ts';
import type { MatterState } from './matter-state.ts';

type Out = UndertakingOut<MatterEvent>;
type Answer = Result<MatterState, UndertakingRefusal>;

/** The lead lays its plan down (处置方案), or lays another: each step has an owner, who is told, and a date. */
export function layPlan(
  state: MatterState,
  { steps }: MatterCommandOf<'layPlan'>,
  actor: UndertakingActor,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Answer {
  if (actor.unit !== state.lead) return err({ code: 'FORBIDDEN' });
  for (const [index, { owner, by }] of steps.entries()) {
    if (!rules.units.byCode.has(owner)) return err({ code: 'UNKNOWN_UNIT', unitCode: owner });
    if (by <= now)
      return err({ code: 'INVALID', field: `steps.${index}.by`, reason: 'the date of a step lies ahead' });
  }
  const event = state.plan === undefined ? 'planLaid' : 'planChanged';
  out.entry(now, event, actor.unit, 'early.matter.planWithin', state.lead);
  for (const to of new Set([state.opener, ...steps.map(({ owner }) => owner)])) {
    if (to !== actor.unit) out.notice(now, to, event);
  }
  const { planBy: _, ...rest } = state;
  return ok({ ...rest, plan: { at: now, by: actor.unit, steps }, overdue: false });
}

/** A step is done: its owner's word, or the lead's. */
export function finishStep(
  state: MatterState,
  { step: n }: MatterCommandOf<'finishStep'>,
  actor: UndertakingActor,
  now: EpochMs,
  out: Out,
): Answer {
  const step = state.plan?.steps[n - 1];
  if (step === undefined) return err({ code: 'INVALID', field: 'step', reason: 'the plan has no such step' });
  if (actor.unit !== step.owner && actor.unit !== state.lead) return err({ code: 'FORBIDDEN' });
  if (step.doneAt !== undefined) return err({ code: 'OUT_OF_TURN', reason: 'the step is done already' });
  out.entry(now, 'stepDone', actor.unit, 'early.matter.planWithin', step.owner);
  if (actor.unit !== state.lead) out.notice(now, state.lead, 'stepDone');
  const steps = state.plan!.steps.map((one, index) => (index === n - 1 ? { ...one, doneAt: now } : one));
  return ok({ ...state, plan: { ...state.plan!, steps } });
}
