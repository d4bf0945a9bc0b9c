import type { DurationMs, EpochMs } from '../../time.ts';
import { periodAt } from './civil-period.ts';
import type { PatrolRules } from './patrol-rules.ts';
import type { PatrolRound, PatrolRoute, PatrolState } from './patrol-state.ts';
import { roundsDue } from './rounds-due.ts';

/**
 * A route's month that `at` lies in, with the rounds whose periods begin in it and not before the route's first day.
 *
 * @throws CalendarCoverageError where a rhythm's calendar does not reach that far
 */
export function openMonth(
  route: PatrolRoute,
  at: EpochMs,
  patrol: PatrolRules,
  utcOffsetMs: DurationMs,
): PatrolState {
  const month = periodAt('month', at, utcOffsetMs);
  const stretch = { fromAt: Math.max(month.startAt, route.fromAt), untilAt: month.endAt };
  const rhythms = patrol.roles.get(route.role)?.rhythms ?? [];
  const rounds = rhythms.flatMap((rhythm) =>
    roundsDue(rhythm, stretch, utcOffsetMs).map(
      (round): PatrolRound => ({ ...round, status: 'due', stops: [], findings: [] }),
    ),
  );
  return {
    route,
    month: month.key,
    endsAt: month.endAt,
    rounds: rounds.toSorted((a, b) => a.dueBy - b.dueBy || a.opensAt - b.opensAt),
    nextAt: month.endAt,
  };
}
