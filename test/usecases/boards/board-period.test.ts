import { describe, expect, it } from 'vitest';
import {
  hasEnded,
  isPeriodOf,
  monthsOf,
  periodBefore,
} from '../../../functions/usecases/boards/board-period.ts';

const beijing = 8 * 3_600_000;

describe('a board’s period', () => {
  it('is a month for the month’s board and a year for the others', () => {
    expect(['2026-11', '2026', '2026-13', '2026-1', ''].map((period) => isPeriodOf('month', period))).toEqual(
      [true, false, false, false, false],
    );
    expect(['2026', '2026-11', '26'].map((period) => isPeriodOf('special', period))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('reads one month, or the twelve of its year', () => {
    expect(monthsOf({ kind: 'month', period: '2026-11' })).toEqual(['2026-11']);
    expect(monthsOf({ kind: 'annual', period: '2026' })).toHaveLength(12);
    expect(monthsOf({ kind: 'annual', period: '2026' })[0]).toBe('2026-01');
  });

  it('follows the one before, over the turn of a year too', () => {
    const before = (count: number) => periodBefore({ kind: 'month', period: '2026-02' }, count);

    expect([1, 2, 3, 14].map(before)).toEqual(['2026-01', '2025-12', '2025-11', '2024-12']);
    expect(periodBefore({ kind: 'annual', period: '2026' }, 1)).toBe('2025');
  });

  it('ends at midnight of the city, not of Greenwich', () => {
    const november = { kind: 'month', period: '2026-11' } as const;
    const year = { kind: 'annual', period: '2026' } as const;
    const at = (text: string) => Date.parse(text);

    expect(hasEnded(november, at('2026-11-30T23:59:59.999+08:00'), beijing)).toBe(false);
    expect(hasEnded(november, at('2026-12-01T00:00:00+08:00'), beijing)).toBe(true);
    expect(hasEnded(year, at('2026-12-31T23:59:59+08:00'), beijing)).toBe(false);
    expect(hasEnded(year, at('2027-01-01T00:00:00+08:00'), beijing)).toBe(true);
  });
});
