import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../../functions/core/sharing/match.ts';
import { commit, freeOf, release, type Share } from '../../../functions/core/sharing/share.ts';

const rules = { kinds: new Set(['parking']), points: { samePlace: 3, sameDistrict: 1, capacity: 2 } };
const share = (changes: Partial<Share>): Share => ({
  id: 'n',
  list: 'need',
  owner: 'street',
  place: 'e1',
  district: 'east',
  kind: 'parking',
  capacity: 60,
  commitments: [],
  openedAt: 1,
  ...changes,
});
const resource = (id: string, changes: Partial<Share> = {}) =>
  share({ id, list: 'resource', owner: `owner-${id}`, capacity: 100, ...changes });
const fits = (need: Share, ...resources: Share[]) =>
  matchesOf(need, resources, rules).map(({ resource: { id }, quantity, score }) => [id, quantity, score]);

describe('a need', () => {
  it('finds what covers it nearby first, then what is farther or covers less', () => {
    const found = fits(
      share({}),
      resource('far', { place: 'e2' }),
      resource('elsewhere', { place: 'w1', district: 'west' }),
      resource('half', { capacity: 30 }),
      resource('near'),
    );

    expect(found).toEqual([
      ['near', 60, 5],
      ['half', 30, 4],
      ['far', 60, 3],
      ['elsewhere', 60, 2],
    ]);
  });

  it('finds only open resources of its kind that have something free and are not its owner’s', () => {
    const found = fits(
      share({}),
      resource('other', { kind: 'venue' }),
      resource('closed', { closedAt: 2 }),
      resource('full', { commitments: [{ project: 'p', quantity: 100 }] }),
      resource('own', { owner: 'street' }),
      resource('wanted', { list: 'need' }),
      resource('ok'),
    );

    expect(found.map(([id]) => id)).toEqual(['ok']);
  });

  it('gives equal ones in the order they were registered, then by id, whatever order they are read in', () => {
    const equal = [resource('c'), resource('b', { openedAt: 0 }), resource('a')];

    expect(fits(share({}), ...equal).map(([id]) => id)).toEqual(['b', 'a', 'c']);
    expect(fits(share({}), ...equal.toReversed()).map(([id]) => id)).toEqual(['b', 'a', 'c']);
  });

  it('that is met or closed finds nothing', () => {
    expect(fits(share({ commitments: [{ project: 'p', quantity: 60 }] }), resource('a'))).toEqual([]);
    expect(fits(share({ closedAt: 2 }), resource('a'))).toEqual([]);
  });
});

describe('what a project takes of a share', () => {
  it('is taken once, up to what is free, and can be given back', () => {
    const once = commit(resource('a'), 'p', 60)!;

    expect(commit(once, 'p', 60)).toBe(once);
    expect(commit(once, 'q', 41)).toBeUndefined();
    expect(freeOf(commit(once, 'q', 40)!)).toBe(0);
    expect(freeOf(release(once, 'p'))).toBe(100);
    expect(release(commit(once, 'q', 40)!, 'p').commitments).toEqual([{ project: 'q', quantity: 40 }]);
  });

  it('cannot be taken of a closed one, but stays with who has it', () => {
    const taken = { ...commit(resource('a'), 'p', 60)!, closedAt: 5 };

    expect(commit(taken, 'q', 1)).toBeUndefined();
    expect(commit(taken, 'p', 60)).toBe(taken);
  });
});
