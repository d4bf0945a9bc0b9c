import { describe, expect, it } from 'vitest';
import { secondMs } from '../../../functions/core/time.ts';
import { runSoak } from '../../../sim/soak/run-soak.ts';

const seed = 7;
const soak = () =>
  runSoak({
    ...{ lastsMs: 8 * secondMs, calmMaxMs: 6 * secondMs, killEachMs: 6 * secondMs },
    ...{ seed, speed: 1_440, clients: 6, withBoards: false },
    sabotage: undefined,
    interrupted: new AbortController().signal,
    told: () => undefined,
  });

describe(`a short soak (seed ${seed})`, () => {
  it('breaks no promise of safety while servers fail and the host is killed', async () => {
    const { violations, book, host, writesChecked } = await soak();

    // What must happen in the end needs more time than a test has.
    expect(violations.filter(({ phase }) => phase !== 'liveness')).toEqual([]);
    expect(book.asked.filter(({ answer }) => (answer?.status ?? 500) < 300).length).toBeGreaterThan(3);
    expect(host.kills).toBeGreaterThan(0);
    expect(writesChecked).toBeGreaterThan(100);
  }, 240_000);
});
