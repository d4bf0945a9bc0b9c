import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../sim/city/run-result.ts';
import { tierFigures } from '../../../sim/experiment/summary/tier-figures.ts';

const run = (edges: readonly number[], counts: readonly number[]) =>
  ({
    byTier: [
      {
        tier: 'general',
        tickets: 10,
        onTimeShare: 1,
        p50Hours: 1,
        p90Hours: 1,
        p99Hours: 1,
        latenessHours: { edges, counts },
      },
    ],
  }) as unknown as RunResult;

describe('lateness over several replications', () => {
  it('keeps the latest tickets, whichever replication they are in', () => {
    const [tier] = tierFigures([run([0, 1], [5, 1]), run([0, 1, 10], [4, 0, 2])]);

    expect(tier!.latenessHours).toEqual({ edges: [0, 1, 10], counts: [9, 1, 2] });
  });
});
