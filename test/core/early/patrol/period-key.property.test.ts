import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodAt } from '../../../../functions/core/early/patrol/civil-period.ts';
import {
  monthOfPeriod,
  periodKeyPattern,
  periodStart,
} from '../../../../functions/core/early/patrol/period-key.ts';
import { hourMs } from '../../../../functions/core/time.ts';

describe('the key of a period', () => {
  it('is read back to the day the period begins on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month'),
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }),
        (kind, at) => {
          const { key, startAt } = periodAt(kind, at, 8 * hourMs);

          expect(key).toMatch(periodKeyPattern);
          expect(key).toMatch({ day: /-\d\d-/, week: /-W/, month: /^\d{4}-\d\d$/ }[kind]);
          expect(periodStart(key)).toBe(new Date(startAt + 8 * hourMs).toISOString().slice(0, 10));
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  it.each(['2018-02-29', '2018-W53', '2018-W00', '2018-04-31', '2018-W5', '3018-04-30', 'May'])(
    'names no day, week or month as %s',
    (key) => {
      expect([periodStart(key), monthOfPeriod(key)]).toEqual([undefined, undefined]);
    },
  );

  it('names the last week of a long year, and the month a week begins in', () => {
    expect([periodStart('2020-W53'), monthOfPeriod('2018-W31')]).toEqual(['2020-12-28', '2018-07']);
  });
});
