import { expect, it } from 'vitest';
import { layOverlays } from '../../functions/core/lay-overlays.ts';

/** A chain of so many files, each on the next; the first is `f1`. */
const chain = (length: number) =>
  new Map(
    Array.from({ length }, (_, n) => [
      `f${n + 1}`,
      { [`k${n + 1}`]: n + 1, ...(n + 1 < length && { extends: `f${n + 2}` }) },
    ]),
  );

it('lays eight files on each other at most', () => {
  const eight = layOverlays(chain(8), 'f1', 'pack');

  expect(eight.ok && Object.keys(eight.value).sort()).toEqual([
    'k1',
    'k2',
    'k3',
    'k4',
    'k5',
    'k6',
    'k7',
    'k8',
  ]);
  expect(layOverlays(chain(9), 'f1', 'pack')).toEqual({
    ok: false,
    error: [{ path: 'extends', reason: 'more than 8 overlays: do they form a circle?' }],
  });
});

it.each([null, [], 'text', undefined])('takes a file that holds %j for none', (content) => {
  expect(layOverlays(new Map([['a', content]]), 'a', 'pack')).toEqual({
    ok: false,
    error: [{ path: 'extends', reason: 'there is no pack "a"; known: a' }],
  });
});

it('merges objects key by key, and replaces lists, leaves and what is no object', () => {
  const files = new Map<string, unknown>([
    [
      'base',
      { list: [1, 2], leaf: { value: 1, basis: 'b' }, deep: { x: { y: 1, z: 2 }, w: 3 }, n: null, t: 1 },
    ],
    [
      'own',
      { extends: 'base', list: [3], leaf: { value: 2 }, deep: { x: { y: 9 } }, n: { a: 1 }, t: { b: 2 } },
    ],
  ]);

  expect(layOverlays(files, 'own', 'pack')).toEqual({
    ok: true,
    value: { list: [3], leaf: { value: 2 }, deep: { x: { y: 9, z: 2 }, w: 3 }, n: { a: 1 }, t: { b: 2 } },
  });
});
