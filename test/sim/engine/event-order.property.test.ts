import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Environment } from '../../../sim/engine/environment.ts';

/** Fixed, so that a run can be repeated; fast-check prints it with the counterexample. */
const seed = 20_260_101;

interface Planned {
  readonly at: number;
  readonly priority: number;
  readonly sequence: number;
}

const inOrder = (a: Planned, b: Planned): number =>
  a.at - b.at || a.priority - b.priority || a.sequence - b.sequence;

/** Delays of all scales: ties, the same bucket, far beyond the calendar. */
const delay = fc.oneof(
  fc.constantFrom(0, 0.5, 1, 60),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1e4, noNaN: true }),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('schedule' as const), delay, priority: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('run' as const), delay }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('burst' as const),
      delay,
      count: fc.integer({ min: 1, max: 700 }),
    }),
  },
);

/** The environment beside a plain sorted list of what must be pending; what fires is compared event by event. */
class Pair {
  readonly env: Environment;
  readonly fired: Planned[] = [];
  readonly expected: Planned[] = [];
  private pending: (Planned & { readonly id: number })[] = [];
  private sequence = 0;

  constructor(startAt: number) {
    this.env = new Environment({ eventsMax: 1e6, startAt });
  }

  schedule(delay: number, priority: number): void {
    const at = this.env.now + delay;
    const sequence = this.sequence++;
    this.pending.push({ at, priority, sequence, id: this.env.timer(at, priority, sequence, priority) });
  }

  cancel(pick: number): void {
    if (this.pending.length === 0) return;
    const [event] = this.pending.splice(pick % this.pending.length, 1);
    expect(this.env.cancel(event!.id, event!.sequence)).toBe(true);
  }

  run(untilAt: number): void {
    const due = this.pending.filter(({ at }) => at < untilAt).sort(inOrder);
    this.expected.push(...due.map(({ at, priority, sequence }) => ({ at, priority, sequence })));
    this.pending = this.pending.filter(({ at }) => at >= untilAt);
    this.env.runUntil(untilAt, (priority, sequence) =>
      this.fired.push({ at: this.env.now, priority, sequence }),
    );
  }
}

describe('future event list', () => {
  it('gives events back exactly in the order of a sorted list, whatever is scheduled and cancelled', () => {
    const startAt = fc.constantFrom(0, 1_700_000_000_000, -5e5);

    const property = fc.property(startAt, fc.array(step, { maxLength: 60, size: 'max' }), (start, steps) => {
      const pair = new Pair(start);
      for (const one of steps) {
        if (one.do === 'schedule') pair.schedule(one.delay, one.priority);
        else if (one.do === 'cancel') pair.cancel(one.pick);
        else if (one.do === 'run') pair.run(pair.env.now + one.delay);
        else for (let i = 0; i < one.count; i++) pair.schedule((one.delay * (i % 97)) / 97, i % 3);
      }
      pair.run(Number.POSITIVE_INFINITY);
      expect(pair.fired).toEqual(pair.expected);
      expect(pair.env.pending).toBe(0);
    });

    fc.assert(property, { seed, numRuns: 300 });
  });

  it('keeps the order while events schedule and cancel others and the load grows a thousandfold', () => {
    const property = fc.property(fc.infiniteStream(fc.nat(2 ** 30)), (numbers) => {
      const env = new Environment({ eventsMax: 1e6 });
      const chance = () => numbers.next().value! / 2 ** 30;
      const alive = new Map<number, Planned & { readonly id: number }>();
      let sequence = 0;
      const schedule = (length: number, priority: number) => {
        const at = env.now + length;
        alive.set(sequence, { at, priority, sequence, id: env.timer(at, priority, sequence, priority) });
        sequence++;
      };
      let last: Planned = { at: -1, priority: 0, sequence: -1 };
      for (let i = 0; i < 5; i++) schedule(chance(), 0);

      env.runUntil(Number.POSITIVE_INFINITY, (_, entity) => {
        const event = alive.get(entity)!;
        expect(env.now).toBe(event.at);
        expect(inOrder(last, event)).toBeLessThan(0);
        last = event;
        alive.delete(entity);
        const children = sequence < 4_000 ? 2 : 0;
        for (let i = 0; i < children; i++)
          schedule(chance() < 0.2 ? 0 : chance() ** 8 * 1_000, last.priority);
        const victim = alive.get(entity + 3);
        if (victim !== undefined && chance() < 0.1) {
          alive.delete(entity + 3);
          expect(env.cancel(victim.id, entity + 3)).toBe(true);
        }
      });

      expect(alive.size).toBe(0);
    });

    fc.assert(property, { seed, numRuns: 8 });
  });

  it('sorts a crowd at one instant among a million other events in reasonable work', () => {
    const env = new Environment({ eventsMax: 2e6 });
    const count = 200_000;
    for (let i = 0; i < count; i++) env.schedule(1 + ((i * 7_919) % count) / count, 0, i);
    for (let i = 0; i < 20_000; i++) env.schedule(1.5, 1, i, 1);
    let last = 0;
    let ties = 0;

    env.runUntil(Number.POSITIVE_INFINITY, (kind, entity) => {
      if (env.now < last) throw new Error(`${env.now} after ${last}`);
      last = env.now;
      if (kind === 1 && entity !== ties++) throw new Error(`tie ${entity} out of order`);
    });

    expect(env.fired).toBe(count + 20_000);
    expect(ties).toBe(20_000);
  });
});
