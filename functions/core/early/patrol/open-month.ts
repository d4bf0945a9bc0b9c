import type { Rules } from '../../rules/rules.ts';
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

/** The first instant of a local day (`2018-08-01`); undefined for a text that is no date. */
export function dayStartAt(
  isoDate: string,
  { utcOffsetMs }: Pick<Rules, 'utcOffsetMs'>,
): EpochMs | undefined {
  const at = Date.parse(`${isoDate}T00:00:00Z`) - utcOffsetMs;
  return Number.isNaN(at) ? undefined : at;
}
