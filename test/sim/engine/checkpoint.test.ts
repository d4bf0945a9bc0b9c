import { describe, expect, it } from 'vitest';
import { checkpointOf, restore } from '../../../sim/engine/checkpoint.ts';
import { Environment } from '../../../sim/engine/environment.ts';
import { Resources } from '../../../sim/engine/resources.ts';
import { Streams } from '../../../sim/engine/streams.ts';
import { TimeWeightedTally } from '../../../sim/engine/time-weighted-tally.ts';
import { WarmUp } from '../../../sim/engine/warm-up.ts';

/** A small model that uses every kind of state: entities seize one of three servers, a tally watches the queue. */
function makeModel() {
  const env = new Environment({ eventsMax: 1e5 });
  const streams = new Streams(7);
  const delay = streams.of('delay');
  const servers = new Resources([2, 1, 1]);
  const queue = new TimeWeightedTally(3, new WarmUp(10));
  const trace: string[] = [];
  const handle = (kind: number, entity: number): void => {
    const server = entity % 3;
    trace.push(`${kind}:${entity}@${env.now}`);
    if (kind === 0) {
      if (servers.seize(server, entity)) env.schedule(env.now + delay.next01(), 1, entity);
      env.schedule(env.now + 30 * delay.next01(), 0, entity + 9);
    } else {
      const next = servers.release(server);
      if (next >= 0) env.schedule(env.now + delay.next01() * 3, 1, next);
    }
    queue.set(server, servers.waiting[server]!, env.now);
  };
  for (let entity = 0; entity < 9; entity++) env.schedule(delay.next01(), 0, entity);
  const parts = [...env.parts, ...streams.parts, servers, queue];
  const run = (untilAt: number) => {
    trace.length = 0;
    env.runUntil(untilAt, handle);
    return [...trace, queue.mean(0, untilAt)];
  };
  return { env, parts, run };
}

describe('checkpoint', () => {
  it('lets a run be continued twice from the middle with the same outcome', () => {
    const model = makeModel();
    model.run(400);
    const checkpoint = checkpointOf(model.parts);
    const first = model.run(900);

    restore(model.parts, checkpoint);
    const second = model.run(900);
    restore(model.parts, checkpoint);
    const third = model.run(900);

    expect(first.length).toBeGreaterThan(300);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it('moves to another model of the same structure, as to a worker', () => {
    const model = makeModel();
    model.run(400);
    const sent = structuredClone(checkpointOf(model.parts));
    const other = makeModel();

    restore(other.parts, sent);

    expect(other.run(900)).toEqual(model.run(900));
  });

  it('is not changed by what a simulation restored from it does', () => {
    const env = new Environment({ eventsMax: 1e6 });
    const checkpoint = checkpointOf(env.parts);
    const kept = structuredClone(checkpoint);
    const crowd = () => {
      for (let i = 0; i < 5_000; i++) env.schedule((i * 7) % 5_000, 0, i);
      return env.pending;
    };
    crowd();

    restore(env.parts, checkpoint);
    const restored = env.pending;
    crowd();

    expect(restored).toBe(0);
    expect(checkpoint).toEqual(kept);
  });

  it('refuses a checkpoint of another structure', () => {
    const { env } = makeModel();

    expect(() => restore(env.parts, [])).toThrow(/^checkpoint has 0 parts, the simulation has \d+$/);
  });
});
