import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue, type ReplayEvent } from '../../sim/replay/event-queue.ts';

const event: fc.Arbitrary<ReplayEvent> = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  kind: fc.constantFrom(0, 1, 2),
  index: fc.integer({ min: 0, max: 9 }),
});
const inOrder = (a: ReplayEvent, b: ReplayEvent) => a.at - b.at || a.kind - b.kind || a.index - b.index;

describe('EventQueue', () => {
  it('gives out by time, then kind, then row, whatever is pushed and popped in between', () => {
    fc.assert(
      fc.property(fc.array(fc.option(event), { maxLength: 200 }), (steps) => {
        const queue = new EventQueue();
        const held: ReplayEvent[] = [];
        for (const step of steps) {
          if (step === null) expect(queue.pop()).toEqual(held.sort(inOrder).shift());
          else {
            queue.push(step);
            held.push(step);
          }
          expect(queue.size).toBe(held.length);
        }
        for (const expected of held.sort(inOrder)) {
          expect(queue.peek()).toEqual(expected);
          expect(queue.pop()).toEqual(expected);
        }
        expect(queue.pop()).toBeUndefined();
      }),
      { seed: 311 },
    );
  });
});
