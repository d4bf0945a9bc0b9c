import { describe, expect, it } from 'vitest';
import { checkpointOf } from '../../../sim/engine/checkpoint.ts';
import { Environment } from '../../../sim/engine/environment.ts';

const ring = 1;
const forever = Number.POSITIVE_INFINITY;

function record(env: Environment, untilAt = forever): string[] {
  const seen: string[] = [];
  env.runUntil(untilAt, (kind, entity) => seen.push(`${kind}:${entity}@${env.now}`));
  return seen;
}

/** What the state of an environment takes. */
const bytesOf = ({ parts }: Environment): number =>
  checkpointOf(parts)
    .flatMap((part) => Object.values(part))
    .reduce<number>((sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0), 0);

describe('environment', () => {
  it('tells of events before they fire, several at once, and fires them as if it had told nobody', () => {
    const told: string[] = [];
    const env = new Environment({ eventsMax: 10, ahead: (kind, entity) => told.push(`${kind}:${entity}`) });
    for (const [entity, at] of [2.25, 2.5, 2.75, 900].entries()) env.schedule(at, ring, entity);
    const toldBefore: number[] = [];
    const seen: number[] = [];

    env.runUntil(forever, (_, entity) => {
      toldBefore.push(told.length);
      seen.push(entity);
    });

    expect(seen).toEqual([0, 1, 2, 3]);
    expect(toldBefore).toEqual([3, 3, 3, 4]);
    expect([...told].sort()).toEqual(['1:0', '1:1', '1:2', '1:3']);
  });

  it('fires events by time, then priority, then sequence of scheduling', () => {
    const env = new Environment({ eventsMax: 10 });
    env.schedule(2, ring, 1);
    env.schedule(1, ring, 2, 1);
    env.schedule(1, ring, 3);
    env.schedule(1, ring, 4, 1);

    const seen = record(env);

    expect(seen).toEqual(['1:3@1', '1:2@1', '1:4@1', '1:1@2']);
  });

  it('fires an event scheduled for the instant being handled after those already due then', () => {
    const env = new Environment({ eventsMax: 10 });
    env.schedule(1, ring, 1);
    env.schedule(1, ring, 2);
    const seen: number[] = [];

    env.runUntil(forever, (_, entity) => {
      seen.push(entity);
      if (entity === 1) env.schedule(env.now, ring, 3);
    });

    expect(seen).toEqual([1, 2, 3]);
  });

  it('runs up to an instant without firing what is due at it, so that consecutive runs are one run', () => {
    const env = new Environment({ eventsMax: 10 });
    env.schedule(5, ring, 1);

    const before = record(env, 5);
    const nowBetween = env.now;
    const after = record(env, 6);

    expect(before).toEqual([]);
    expect(nowBetween).toBe(5);
    expect(after).toEqual(['1:1@5']);
    expect(env.now).toBe(6);
  });

  it('stays at the last event when it ran out of events without a horizon', () => {
    const env = new Environment({ eventsMax: 10 });
    env.schedule(7, ring, 1);

    record(env);

    expect(env.now).toBe(7);
    expect(env.pending).toBe(0);
    expect(env.fired).toBe(1);
  });

  it('does not turn time back when asked to run until an instant that has passed', () => {
    const env = new Environment({ eventsMax: 10, startAt: 100 });

    record(env, 50);

    expect(env.now).toBe(100);
  });

  it('stops after the event being handled, and goes on from there', () => {
    const env = new Environment({ eventsMax: 10 });
    for (const at of [1, 2, 3]) env.schedule(at, ring, at);
    const seen: number[] = [];

    env.runUntil(10, (_, entity) => {
      seen.push(entity);
      if (entity === 2) env.stop();
    });
    const stoppedAt = env.now;
    const rest = record(env, 10);

    expect(seen).toEqual([1, 2]);
    expect(stoppedAt).toBe(2);
    expect(rest).toEqual(['1:3@3']);
  });

  it('refuses to be run from within an event', () => {
    const env = new Environment({ eventsMax: 10 });
    env.schedule(1, ring, 1);

    const nested = () => env.runUntil(5, () => env.runUntil(9, () => undefined));

    expect(nested).toThrow('runUntil was called by an event at 1');
  });

  it.each([Number.NaN, forever, 3.999])('refuses an event at %d when it is 4', (at) => {
    const env = new Environment({ eventsMax: 10, startAt: 4 });

    expect(() => env.schedule(at, ring, 1)).toThrow(`cannot schedule kind 1 at ${at}: it is 4`);
    expect(env.pending).toBe(0);
  });

  it.each([
    { kind: -1, priority: 0 },
    { kind: 0x8000, priority: 0 },
    { kind: 1, priority: -1 },
    { kind: 1, priority: 0x8000 },
  ])('refuses kind $kind with priority $priority', ({ kind, priority }) => {
    const env = new Environment({ eventsMax: 10 });

    expect(() => env.schedule(1, kind, 1, priority)).toThrow('must be integers from 0 to 32767');
  });

  it('stops a run that never ends, naming the limit and the simulated time', () => {
    const env = new Environment({ eventsMax: 1_000 });
    env.schedule(8, ring, 1);

    const run = () => env.runUntil(forever, () => env.schedule(env.now, ring, 1));

    expect(run).toThrow('limit of 1000 events scheduled reached at simulated time 8');
  });

  it('refuses more pending events than it may hold, naming the simulated time', () => {
    const env = new Environment({ eventsMax: 100, pendingMax: 3, startAt: 5 });
    for (const at of [6, 7, 8]) env.schedule(at, ring, 1);

    expect(() => env.schedule(9, ring, 1)).toThrow('limit of 3 events pending reached at simulated time 5');
  });

  it.each([-1, 2 ** 32, Number.NaN])('refuses a limit of %d events', (eventsMax) => {
    expect(() => new Environment({ eventsMax })).toThrow(`eventsMax is ${eventsMax}`);
  });

  it('cancels a pending event once, and not one that has fired', () => {
    const env = new Environment({ eventsMax: 10 });
    const fired = env.timer(1, ring, 1);
    const pending = env.timer(9, ring, 2);
    record(env, 2);

    const answers = [env.cancel(fired, 1), env.cancel(pending, 2), env.cancel(pending, 2)];
    const seen = record(env);

    expect(answers).toEqual([false, true, false]);
    expect(seen).toEqual([]);
    expect(env.cancelled).toBe(1);
    expect(env.fired).toBe(1);
  });

  it('lets an event cancel another of the same instant', () => {
    const env = new Environment({ eventsMax: 10 });
    env.schedule(1, ring, 1);
    const other = env.timer(1, ring, 2);
    env.schedule(1, ring, 3);
    const seen: number[] = [];

    env.runUntil(forever, (_, entity) => {
      seen.push(entity);
      if (entity === 1) env.cancel(other, 2);
    });

    expect(seen).toEqual([1, 3]);
  });

  it('notices a cancellation by a number that an event of another entity uses by now', () => {
    const env = new Environment({ eventsMax: 10 });
    const stale = env.timer(1, ring, 1);
    record(env, 2);
    const current = env.timer(3, ring, 2);

    expect(current).toBe(stale);
    expect(() => env.cancel(stale, 1)).toThrow(`event ${stale} is not entity 1's at 2`);
  });

  it('gives back the room of what was cancelled, though hundreds of thousands are before time moves on', () => {
    const env = new Environment({ eventsMax: 1e6 });
    for (let at = 1; at < 10; at++) env.schedule(at, ring, at);

    env.runUntil(forever, (_, entity) => {
      if (entity === 5) for (let i = 0; i < 2e5; i++) env.cancel(env.timer(5 + (i % 7), ring, i), i);
    });

    expect(env.cancelled).toBe(2e5);
    expect(bytesOf(env)).toBeLessThan(1e6);
  });

  it('gives back the room of what has fired, though doubles are too coarse there to part it into buckets', () => {
    const startAt = 2 ** 60;
    const env = new Environment({ eventsMax: 1e6, startAt });
    for (let entity = 0; entity < 2_000; entity++) env.schedule(startAt, ring, entity);

    env.runUntil(forever, (_, entity) => {
      if (env.fired < 2e5) env.schedule(env.now + 2 ** 12, ring, entity);
    });

    expect(env.fired).toBeGreaterThan(2e5);
    expect(bytesOf(env)).toBeLessThan(1e6);
  });

  it('is as new after a reset', () => {
    const env = new Environment({ eventsMax: 4, startAt: 3 });
    for (const at of [4, 5, 400]) env.schedule(at, ring, at);
    record(env, 6);

    env.reset();
    const ids = [4, 5, 400].map((at) => env.timer(at, ring, at));

    expect(env.now).toBe(3);
    expect(env.fired).toBe(0);
    expect(new Set(ids).size).toBe(3);
    expect(record(env)).toEqual(['1:4@4', '1:5@5', '1:400@400']);
  });
});
