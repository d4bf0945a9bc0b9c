import { dayMs, hourMs } from '../../functions/core/time.ts';
import type { Units } from './units-schema.ts';

/** A length of time in which as many are on duty: from an instant of the run on, a share of the posts. */
export interface DutySpan {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly share: number;
}

/** The spans of a run, one after another without a gap. Hours that no shift names have nobody on duty. */
export function dutySpans(
  shifts: Units['shifts']['value'],
  isWorkday: readonly boolean[],
): readonly DutySpan[] {
  const edges = [...new Set([0, 24, ...shifts.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const spans: { fromMs: number; untilMs: number; share: number }[] = [];
  isWorkday.forEach((workday, day) => {
    for (let i = 0; i + 1 < edges.length; i += 1) {
      const hour = edges[i]!;
      const on = shifts.filter(({ from, to }) =>
        from < to ? hour >= from && hour < to : hour >= from || hour < to,
      );
      const share = on.reduce((sum, shift) => sum + (workday ? shift.workdays : shift.daysOff), 0);
      const fromMs = Math.round(day * dayMs + hour * hourMs);
      const untilMs = Math.round(day * dayMs + edges[i + 1]! * hourMs);
      const last = spans.at(-1);
      if (last !== undefined && last.share === share) last.untilMs = untilMs;
      else spans.push({ fromMs, untilMs, share });
    }
  });
  return spans;
}

/** How many of a unit's posts are on duty: somebody always is where the shift has anybody. */
export const onDuty = (posts: number, share: number): number =>
  posts === 0 || share === 0 ? 0 : Math.max(1, Math.round(posts * share));

/** Mean number on duty over all spans. */
export function meanOnDuty(posts: number, spans: readonly DutySpan[]): number {
  let sum = 0;
  for (const { fromMs, untilMs, share } of spans) sum += onDuty(posts, share) * (untilMs - fromMs);
  return sum / (spans.at(-1)!.untilMs - spans[0]!.fromMs);
}
