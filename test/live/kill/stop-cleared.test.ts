import { describe, expect, it } from 'vitest';
import { stopCleared } from '../../../sim/live/kill/stop-cleared.ts';
import type { StoredData } from '../../../sim/live/kill/stored-data.ts';

/** A host whose data owe so many effects at one stop after the other; each look takes a second. */
async function stopped(owedAtStops: readonly number[], patienceMs: number) {
  const seen = { stops: 0, starts: 0, now: 0 };
  const host = {
    stop: async () => {
      seen.stops += 1;
      seen.now += 1_000;
    },
  };
  const stored = await stopCleared({
    host,
    restart: async () => {
      seen.starts += 1;
      return host;
    },
    read: async (): Promise<StoredData> => ({
      sourceKeys: [],
      owed: owedAtStops[seen.stops - 1] ?? owedAtStops.at(-1)!,
      keys: new Set(),
      messages: new Map(),
    }),
    clock: { now: () => seen.now },
    patienceMs,
    againMs: 0,
  });
  return { ...seen, owed: stored.owed };
}

describe('stopping a host that was killed', () => {
  it('stops once where nothing is owed', async () => {
    expect(await stopped([0], 10_000)).toMatchObject({ owed: 0, stops: 1, starts: 0 });
  });

  it('lets it go on while effects were heard and not yet taken off their tickets', async () => {
    expect(await stopped([6, 2, 0], 10_000)).toMatchObject({ owed: 0, stops: 3, starts: 2 });
  });

  it('gives up in the end and says what is owed even then', async () => {
    expect(await stopped([6], 3_500)).toMatchObject({ owed: 6, stops: 4 });
  });
});
