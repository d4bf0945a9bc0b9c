import { expect, it } from 'vitest';
import { runKill } from '../../sim/live/kill/run-kill.ts';

it('loses nothing it acknowledged or owed when the host is killed in the middle of posts', async () => {
  const { findings } = await runKill({ rounds: 1, posts: 60, speed: 2_880, clients: 8, seed: 1 });

  expect(findings.length).toBeGreaterThan(10);
  expect(findings.filter(({ kept }) => !kept)).toEqual([]);
}, 240_000);
