import { describe, expect, it } from 'vitest';
import { hourMs, secondMs } from '../../functions/core/time.ts';
import { expectRow } from '../../sim/replay/expect-row.ts';
import { planRows } from '../../sim/replay/plan-rows.ts';
import { baltimore, sampleRows } from './sample-rows.ts';

const rungs = [
  { key: 'deadline', share: 1, to: 'lead' as const },
  { key: 'day-late', after: 24 * hourMs, to: 'city' as const },
  { key: 'half', share: 0.5, to: 'lead' as const },
];
const createdAt = 1_000 * hourMs;
const endAt = createdAt + 100 * hourMs;
const expectation = (dueHours: number | null, closedAt: number | null) => {
  const row = {
    ...sampleRows[0]!,
    createdAt,
    dueAt: dueHours === null ? null : createdAt + dueHours * hourMs,
    closedAt,
    statusAt: endAt,
  };
  const plan = planRows([row], baltimore.lookup, 0);
  return expectRow(plan.rows[0]!, rungs, plan.endAt);
};

describe('expectRow', () => {
  it('takes what is closed exactly at its due time as on time', () => {
    expect(expectation(10, createdAt + 10 * hourMs)).toEqual({
      dueAt: createdAt + 10 * hourMs,
      isOverdue: false,
      climbs: [{ key: 'half', at: createdAt + 5 * hourMs }],
    });
  });

  it('takes what is closed a second later as overdue', () => {
    const { isOverdue, climbs } = expectation(10, createdAt + 10 * hourMs + secondMs);

    expect(isOverdue).toBe(true);
    expect(climbs.map(({ key, at }) => [key, (at - createdAt) / hourMs])).toEqual([
      ['half', 5],
      ['deadline', 10],
    ]);
  });

  it('takes what is open as overdue when its due time is before the end, not at it', () => {
    expect(expectation(10, null).climbs).toHaveLength(3);
    expect(expectation(100, null)).toMatchObject({ isOverdue: false, climbs: [{ key: 'half' }] });
    expect(expectation(99, null)).toMatchObject({ isOverdue: true });
  });

  it('lets a span of nothing pass all its rungs at once, unless it was closed when created', () => {
    expect(expectation(0, createdAt)).toMatchObject({ isOverdue: false, climbs: [] });
    expect(expectation(0, createdAt + secondMs).climbs.map(({ at }) => at)).toEqual([createdAt, createdAt]);
  });

  it('expects no deadline where the file has none', () => {
    expect(expectation(null, null)).toEqual({ dueAt: undefined, isOverdue: false, climbs: [] });
  });

  it('takes what was closed after the end as open, and what was closed before its creation as closed then', () => {
    expect(expectation(99, endAt + secondMs)).toMatchObject({ isOverdue: true });
    expect(expectation(0, createdAt - hourMs)).toMatchObject({ isOverdue: false });
  });
});
