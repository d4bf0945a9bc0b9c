import { describe, expect, it } from 'vitest';
import { minuteMs, secondMs } from '../../../functions/core/time.ts';
import { type Sabotage, sabotages } from '../../../sim/soak/proxy/sabotage.ts';
import { runSoak, type SoakOptions } from '../../../sim/soak/run-soak.ts';

const seed = 7;
const soak = (options: Partial<SoakOptions>) =>
  runSoak({
    ...{ lastsMs: 6 * secondMs, calmMaxMs: 3 * secondMs, killEachMs: 4 * secondMs },
    ...{ seed, speed: 1_440, clients: 6, withBoards: false },
    interrupted: new AbortController().signal,
    told: () => undefined,
    ...options,
  });

describe(`a short soak (seed ${seed})`, () => {
  it('breaks no promise of safety while servers fail and the host is killed', async () => {
    const { violations, book, host, writesChecked } = await soak({});

    // What must happen in the end needs more time than a test has.
    expect(violations.filter(({ phase }) => phase !== 'liveness')).toEqual([]);
    expect(book.asked.filter(({ answer }) => (answer?.status ?? 500) < 300).length).toBeGreaterThan(3);
    expect(host.kills).toBeGreaterThan(0);
    expect(writesChecked).toBeGreaterThan(100);
  }, 240_000);

  it('notices effects that were taken off as sent and never were, also when Ctrl-C ends it, and leaves no host behind', async () => {
    const ctrlC = new AbortController();
    const loses = sabotages.find(({ name }) => name === 'lose-effects')!;
    let lost = 0;
    const sabotage: Sabotage = {
      ...loses,
      meddle: (call) => {
        lost += 1;
        if (lost === 2) ctrlC.abort();
        return loses.meddle(call);
      },
    };

    const { violations } = await soak({
      ...{ lastsMs: 10 * minuteMs, killEachMs: 10 * minuteMs },
      ...{ sabotage, interrupted: ctrlC.signal },
    });

    expect(violations.map(({ checker }) => checker)).toContain('effects-owed');
    expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap');
  }, 240_000);
});
