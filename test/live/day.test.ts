import { expect, it } from 'vitest';
import { runDay } from '../../sim/live/day/run-day.ts';

it('keeps every promise through a short Beijing day over HTTP, at 28,800 times its pace', async () => {
  const { findings } = await runDay({ speed: 28_800, requests: 60, seed: 1, hours: 36 });

  expect(findings.length).toBeGreaterThan(10);
  expect(findings.filter(({ kept }) => !kept)).toEqual([]);
}, 240_000);
