import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import type { UndertakingOut } from '../../undertaking/undertaking.ts';
import type { Milestone, TopicState } from './topic.ts';
import type { TopicEvent } from './topic-events.ts';
import type { MilestoneRung, MilestoneTarget, TopicRules } from './topic-rules.ts';

/**
 * A milestone with its ladder set up for its present date: of the rungs not climbed yet the first that does not lie before
 * `since`. A rung that had passed before the date was set has nobody to press.
 */
export function withLadder(given: Milestone, since: EpochMs, { rungs }: TopicRules): Milestone {
  const { nextRungAt: _, ...rest } = given;
  const climbed = new Set(given.climbed.map(({ rung }) => rung));
  const next = rungs.find((rung) => !climbed.has(rung.key) && given.by + rung.offsetMs >= since);
  return next === undefined || given.doneAt !== undefined
    ? rest
    : { ...rest, nextRungAt: given.by + next.offsetMs };
}

/** The earliest rung any milestone of an open topic stands before. */
export const nextRungAt = ({ status, milestones }: TopicState): EpochMs =>
  status === 'open' ? Math.min(NEVER, ...milestones.map((one) => one.nextRungAt ?? NEVER)) : NEVER;

/**
 * Climbs every rung with a time before `now`, the earliest first, each written with its own time: a warning before the
 * date, the miss at the date, the escalation (提级督办) after it.
 */
export function climb(
  state: TopicState,
  now: EpochMs,
  { rules, topic, out }: { rules: Rules; topic: TopicRules; out: UndertakingOut<TopicEvent> },
): TopicState {
  let at = nextRungAt(state);
  let next = state;
  while (at < now) {
    const index = next.milestones.findIndex((one) => one.nextRungAt === at);
    const before = next.milestones[index]!;
    const rung = rungAt(before, at, topic);
    const event = eventOf(before, rung);
    const { owner } = before;
    out.entry(at, event, 'clock', rung.rule, owner);
    out.notice(at, targetOf(rung.to, next, owner, rules), event);
    const climbed = { ...before, climbed: [...before.climbed, { rung: rung.key, at }] };
    const missed = event === 'milestoneMissed' ? { ...climbed, missedAt: climbed.missedAt ?? at } : climbed;
    next = { ...next, milestones: next.milestones.with(index, withLadder(missed, at, topic)) };
    at = nextRungAt(next);
  }
  return next;
}

function rungAt({ by, climbed }: Milestone, at: EpochMs, { rungs }: TopicRules): MilestoneRung {
  const done = new Set(climbed.map(({ rung }) => rung));
  return rungs.find((rung) => by + rung.offsetMs === at && !done.has(rung.key))!;
}

/** The first rung that is not before the date stands at it and is the miss; what presses then or later escalates it. */
function eventOf(
  { by, climbed }: Milestone,
  { offsetMs }: MilestoneRung,
): 'milestoneWarned' | 'milestoneMissed' | 'milestoneEscalated' {
  if (offsetMs < 0) return 'milestoneWarned';
  return climbed.every(({ at }) => at < by) ? 'milestoneMissed' : 'milestoneEscalated';
}

function targetOf(to: MilestoneTarget, { lead }: TopicState, owner: string, { units }: Rules): string {
  if (to === 'owner') return owner;
  if (to === 'lead') return lead;
  const at = to === 'city' ? units.city : (units.district[units.byCode.get(owner) ?? -1] ?? units.city);
  return units.codes[at]!;
}
