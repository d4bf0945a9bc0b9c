import { bugs } from '../planted/bugs.ts';
import { runWorld } from '../world/run-world.ts';
import { drawScenario } from '../world/scenario.ts';
import type { SeedResult } from './thread-messages.ts';

/** Runs the world of a seed. What the simulator or the code under test throws past every handler is a crash. */
export async function runSeed(seed: number, bugName?: string): Promise<SeedResult> {
  const bug = bugs.find(({ name }) => name === bugName);
  try {
    const { violations, digest, faults, requests, calls } = await runWorld(drawScenario(seed), { bug });
    return { seed, violations, digest, faults: faults.length, requests, calls };
  } catch (cause) {
    const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    const crash = { checker: 'simulator', phase: 'crash' as const, what };
    return { seed, violations: [crash], digest: '', faults: 0, requests: 0, calls: 0 };
  }
}
