import type { Calendar } from '../../calendar/calendar.ts';
import type { DataProblem } from '../../directory/data-problem.ts';
import type { PatrolPeriod, PatrolPolicy } from '../../policy/patrol-policy.ts';
import { need } from '../../rules/need.ts';
import { type DurationMs, dayMs } from '../../time.ts';

/** How often a round is due, and between which hours it may be made. */
export interface Rhythm {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly period: PatrolPeriod;
  readonly opensAfterMs: DurationMs;
  readonly closesBeforeMs: DurationMs;
  readonly calendar: Calendar;
}

/** A kind of those who patrol, and the rhythms it keeps. */
interface PatrolRole {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly rhythms: readonly Rhythm[];
}

/** The compiled rules of patrols. */
export interface PatrolRules {
  readonly rhythms: ReadonlyMap<string, Rhythm>;
  readonly roles: ReadonlyMap<string, PatrolRole>;
}

const path = 'early.patrol';

/** The shortest a period can be. */
const shortestMs: Readonly<Record<PatrolPeriod, DurationMs>> = {
  day: dayMs,
  week: 7 * dayMs,
  month: 28 * dayMs,
};

/** What is wrong with a pack's patrols beyond their shape: calendars and rhythms nobody defines, windows without time. */
export function patrolProblems(
  policy: PatrolPolicy | undefined,
  calendars: Pick<ReadonlyMap<string, Calendar>, 'has'>,
): readonly DataProblem[] {
  if (policy === undefined) return [];
  const problems: DataProblem[] = [];
  for (const [key, { calendar, period, opensAfter, closesBefore }] of Object.entries(policy.rhythms)) {
    if (!calendars.has(calendar)) {
      const reason = `there is no calendar "${calendar}"`;
      problems.push({ path: `${path}.rhythms.${key}.calendar`, reason });
    }
    const shutMs = (opensAfter.value ?? 0) + (closesBefore.value ?? 0);
    if (period.value !== null && shutMs >= shortestMs[period.value]) {
      const reason = `opensAfter and closesBefore leave no time in a ${period.value}`;
      problems.push({ path: `${path}.rhythms.${key}`, reason });
    }
  }
  for (const [key, { rhythms }] of Object.entries(policy.roles)) {
    for (const rhythm of rhythms.value ?? []) {
      if (Object.hasOwn(policy.rhythms, rhythm)) continue;
      problems.push({ path: `${path}.roles.${key}.rhythms`, reason: `there is no rhythm "${rhythm}"` });
    }
  }
  return problems;
}

/** Compiles a pack's patrols. Periods are civil ones whatever the speed of a demonstration. */
export function compilePatrol(policy: PatrolPolicy, calendars: ReadonlyMap<string, Calendar>): PatrolRules {
  const rhythms = new Map<string, Rhythm>();
  for (const [key, leaf] of Object.entries(policy.rhythms)) {
    const at = `${path}.rhythms.${key}`;
    rhythms.set(key, {
      key,
      title: leaf.title,
      period: need(leaf.period, `${at}.period`),
      opensAfterMs: need(leaf.opensAfter, `${at}.opensAfter`),
      closesBeforeMs: need(leaf.closesBefore, `${at}.closesBefore`),
      calendar: calendars.get(leaf.calendar)!,
    });
  }
  const roles = Object.entries(policy.roles).map(([key, { title, rhythms: named }]) => {
    const kept = need(named, `${path}.roles.${key}.rhythms`).map((name) => rhythms.get(name)!);
    return [key, { key, title, rhythms: kept }] as const;
  });
  return { rhythms, roles: new Map(roles) };
}
