import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import type { UndertakingOut } from '../../undertaking/undertaking.ts';
import type { MatterEvent } from './matter-events.ts';
import type { MatterState } from './matter-state.ts';

type Out = UndertakingOut<MatterEvent>;

const stepPromises = ({ plan }: MatterState) =>
  (plan?.steps ?? []).flatMap(({ by, doneAt, lateAt }, index) =>
    doneAt === undefined && lateAt === undefined ? [{ index, by }] : [],
  );

/** The earliest limit of plan, steps and word to the citizens; `NEVER` once it has closed. */
export function matterPromiseAt(state: MatterState): EpochMs {
  if (state.status === 'closed') return NEVER;
  const { planBy = NEVER, progressBy = NEVER } = state;
  return Math.min(planBy, progressBy, ...stepPromises(state).map(({ by }) => by));
}

/** Tells lead and opener of each limit that passed before `now`, oldest first, each at its own time. */
export function keepMatter(state: MatterState, now: EpochMs, rules: Rules, out: Out): MatterState {
  let kept = state;
  for (let at = matterPromiseAt(kept); at < now; at = matterPromiseAt(kept))
    kept = keepOne(kept, at, rules, out);
  return kept;
}

function keepOne(state: MatterState, at: EpochMs, rules: Rules, out: Out): MatterState {
  const { lead, opener } = state;
  const tell = (event: MatterEvent, rule: string, unit: string) => {
    out.entry(at, event, 'clock', rule, unit);
    for (const to of new Set([unit, lead, opener])) out.notice(at, to, event);
  };
  if (at === state.planBy) {
    tell('planOverdue', 'early.matter.planWithin', lead);
    const { planBy: _, ...rest } = state;
    return { ...rest, overdue: true };
  }
  if (at === state.progressBy) {
    tell('progressOverdue', 'early.matter.progressEvery', lead);
    return { ...state, progressBy: at + rules.early.matter!.progressMs, overdue: true };
  }
  const late = stepPromises(state).find(({ by }) => by === at)!;
  const steps = state.plan!.steps.map((step, index) =>
    index === late.index ? { ...step, lateAt: at } : step,
  );
  tell('stepOverdue', 'early.matter.planWithin', steps[late.index]!.owner);
  return { ...state, plan: { ...state.plan!, steps }, overdue: true };
}
