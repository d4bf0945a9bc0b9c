import { describe, expect, it } from 'vitest';
import { Resources } from '../../../sim/engine/resources.ts';

describe('resources', () => {
  it('serve up to their capacity and queue the rest, first in first out', () => {
    const resources = new Resources([2, 1]);

    const seized = [10, 11, 12, 13].map((entity) => resources.seize(0, entity));
    const served = [resources.release(0), resources.release(0), resources.release(0), resources.release(0)];

    expect(seized).toEqual([true, true, false, false]);
    expect(served).toEqual([12, 13, -1, -1]);
    expect(resources.busy[0]).toBe(0);
  });

  it('keep apart', () => {
    const resources = new Resources([1, 1]);
    resources.seize(0, 1);
    resources.seize(0, 2);

    expect(resources.seize(1, 3)).toBe(true);
    expect(resources.release(1)).toBe(-1);
    expect(Array.from(resources.waiting)).toEqual([1, 0]);
  });

  it.each([
    { leaver: 1, served: [2, 3] },
    { leaver: 2, served: [1, 3] },
    { leaver: 3, served: [1, 2] },
  ])('let entity $leaver leave the queue from where it stands', ({ leaver, served }) => {
    const resources = new Resources([1]);
    for (const entity of [0, 1, 2, 3]) resources.seize(0, entity);

    resources.renege(0, leaver);
    resources.seize(0, 4);
    const order = [resources.release(0), resources.release(0), resources.release(0), resources.release(0)];

    expect(order).toEqual([...served, 4, -1]);
    expect(resources.waiting[0]).toBe(0);
  });

  it('admit who waits after a rise of capacity, and nobody after a fall until enough are released', () => {
    const resources = new Resources([1]);
    for (const entity of [0, 1, 2, 3]) resources.seize(0, entity);

    resources.capacity[0] = 2;
    const risen = [resources.admit(0), resources.admit(0)];
    resources.capacity[0] = 1;
    const fallen = [resources.release(0), resources.release(0)];

    expect(risen).toEqual([1, -1]);
    expect(fallen).toEqual([-1, 2]);
  });

  it('queue entities of any number, and forget them on reset', () => {
    const resources = new Resources([0]);
    for (const entity of [5, 1_000_000]) resources.seize(0, entity);
    resources.capacity[0] = 1;

    const order = [resources.admit(0), resources.release(0)];
    resources.seize(0, 7);
    resources.reset();

    expect(order).toEqual([5, 1_000_000]);
    expect(resources.seize(0, 8)).toBe(true);
    expect(resources.release(0)).toBe(-1);
  });
});
